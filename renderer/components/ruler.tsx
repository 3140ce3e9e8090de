import { timeLeft } from "../../domain/token/time-left.ts";
import type { TokenView } from "../../preload/contract.ts";
import { dayOfYear } from "../../texts/short-date.ts";
import { useTimeSince } from "../hooks/use-time-since.ts";
import { lifeMs, type Ticks as TicksLeft, tickAt, tickCount, ticksFor } from "../state/ruler.ts";
import { useWindow } from "../state/window-context.ts";

type PresentToken = Exclude<TokenView, { status: "absent" }>;

interface RulerProps {
  readonly token: PresentToken;
  /** When the token's view was received, by `elapsedMs()`. */
  readonly receivedAtMs: number;
  /** When it renews itself, since the epoch; `undefined` if that is not planned. */
  readonly renewsAtMs: number | undefined;
}

/** The token's life as thirty ticks: days gone are dots, days left are bars, the present one loses quarters. */
export function Ruler({ token, receivedAtMs, renewsAtMs }: RulerProps) {
  const { texts } = useWindow();
  if (token.status === "unreadable") return <Ticks gone={0} quarters={4} label={texts.lifeUnknown} />;
  return <LifeRuler token={token} receivedAtMs={receivedAtMs} renewsAtMs={renewsAtMs} />;
}

interface LifeRulerProps extends RulerProps {
  readonly token: Exclude<PresentToken, { status: "unreadable" }>;
}

function LifeRuler({ token, receivedAtMs, renewsAtMs }: LifeRulerProps) {
  const { texts, locale } = useWindow();
  const wholeMs = lifeMs(token);
  // Often enough to show each quarter, and not more than four times a second.
  const sinceMs = useTimeSince(receivedAtMs, Math.max(250, Math.min(60_000, wholeMs / (tickCount * 8))));
  const remainingMs = Math.max(0, token.remainingMs - sinceMs);
  // A token of 30 days comes a moment after its life began.
  const life = timeLeft(wholeMs * 1.001);
  const left = remainingMs > 0 ? texts.leftOfLife(timeLeft(remainingMs), life) : texts.noneOfLifeLeft(life);
  const renewsAtTick = renewsAtMs === undefined ? undefined : tickAt(renewsAtMs, token);
  const renewal = renewsAtMs !== undefined && texts.renewsItselfOn(dayOfYear(renewsAtMs, Date.now(), locale));
  const label = renewal ? `${left}; ${renewal}` : left;
  return <Ticks {...ticksFor(remainingMs, wholeMs)} renewsAtTick={renewsAtTick} label={label} />;
}

interface TicksProps extends TicksLeft {
  /** A dot stands above this tick. */
  readonly renewsAtTick?: number | undefined;
  readonly label: string;
}

function Ticks({ gone, quarters, renewsAtTick, label }: TicksProps) {
  return (
    <div class="ruler" role="img" aria-label={label}>
      {Array.from({ length: tickCount }, (_, tick) => {
        const left = tick < gone ? "tick tick-gone" : tick === gone ? `tick tick-${quarters}` : "tick";
        return <i key={tick} class={tick === renewsAtTick ? `${left} tick-renews` : left} />;
      })}
    </div>
  );
}
