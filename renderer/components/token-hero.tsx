import { useId } from "preact/hooks";
import { timeLeft } from "../../domain/token/time-left.ts";
import type { TokenView } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { expiryText } from "../../texts/token-texts.ts";
import { lifeMs } from "../state/ruler.ts";
import { useWindow } from "../state/window-context.ts";
import { Ruler } from "./ruler.tsx";
import { ScreenHeading } from "./screen-heading.tsx";
import { StatusIcon } from "./status-icon.tsx";
import { unbrokenDate } from "./unbroken-date.ts";

type PresentToken = Exclude<TokenView, { status: "absent" }>;

interface TokenHeroProps {
  readonly token: PresentToken;
  readonly receivedAtMs: number;
  /** When it renews itself, since the epoch. */
  readonly renewsAtMs: number | undefined;
  /** Changes when a control of the screen may have been removed with the focus. */
  readonly controlsKey: string;
}

/** How long the token is good for: in words, as a ruler, and with its dates. */
export function TokenHero({ token, receivedAtMs, renewsAtMs, controlsKey }: TokenHeroProps) {
  const { texts, locale } = useWindow();
  const datesId = useId();
  const rejected = token.status !== "unreadable" && token.rejected;
  const state = rejected && token.status !== "expired" ? "rejected" : token.status;
  return (
    <section class={`hero hero-${state}`}>
      <ScreenHeading class="life" describedBy={datesId} controlsKey={controlsKey}>
        <StatusIcon status={rejected ? "expired" : token.status} />
        <span>{headingOf(token, texts)}</span>
      </ScreenHeading>
      <Ruler token={token} receivedAtMs={receivedAtMs} renewsAtMs={renewsAtMs} />
      <p id={datesId} class="ends">
        {token.status !== "unreadable" && (
          <>
            {/* The line has no room for it beside the longer words of an estimate. */}
            {!token.expiryEstimated && <span>{texts.startDate(token.expiresAtMs - lifeMs(token), locale)}</span>}{" "}
            <span>
              {state === "rejected"
                ? texts.wouldExpireOn(unbrokenDate(token.expiresAtMs, locale))
                : expiryText(texts, token, locale, unbrokenDate)}
            </span>
          </>
        )}
      </p>
    </section>
  );
}

function headingOf(token: PresentToken, texts: Texts): string {
  if (token.status === "unreadable") return texts.cannotBeRead;
  if (token.status === "expired") return texts.expired;
  return token.rejected ? texts.rejected : texts.left(timeLeft(token.remainingMs));
}
