import { useWindow } from "./window-context.ts";

interface CodeLifetimeProps {
  readonly goodForMs: number;
  /** A failure says more about the code. */
  readonly hidden: boolean;
}

/** How long the code is good for. A screen reader is not told each second, only when it is over. */
export function CodeLifetime({ goodForMs, hidden }: CodeLifetimeProps) {
  const { texts } = useWindow();
  const over = goodForMs === 0;
  return (
    <div class="lifetime">
      <p class="countdown" role="timer">
        {!over && !hidden && texts.codeGoodFor(goodForMs)}
      </p>
      <p aria-live="polite">{over && !hidden && texts.codeRanOut}</p>
    </div>
  );
}
