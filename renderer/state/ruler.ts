/** The ruler's ticks: a day each for a token of 30 days, else a thirtieth of its life. */
export const tickCount = 30;

const dayMs = 24 * 60 * 60 * 1000;

export interface Ticks {
  /** Ticks whose time has passed, from the start. */
  readonly gone: number;
  /** Quarters that the next tick has left, 1 to 4; 0 if none has. */
  readonly quarters: number;
}

interface Life {
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number;
}

/** The token's whole life in ms; 30 days if the computer's clock was wrong when it came. */
export function lifeMs({ obtainedAtMs, expiresAtMs }: Life): number {
  return expiresAtMs > obtainedAtMs ? expiresAtMs - obtainedAtMs : tickCount * dayMs;
}

/** The tick in whose time `momentMs` lies; `undefined` before the token's life and after it. */
export function tickAt(momentMs: number, life: Life): number | undefined {
  const wholeMs = lifeMs(life);
  const tick = Math.floor(((momentMs - (life.expiresAtMs - wholeMs)) / wholeMs) * tickCount);
  return tick >= 0 && tick < tickCount ? tick : undefined;
}

/** Returns which ticks are gone with `remainingMs` left of `wholeMs`. */
export function ticksFor(remainingMs: number, wholeMs: number): Ticks {
  const left = Math.min(tickCount, Math.max(0, (remainingMs / wholeMs) * tickCount));
  const present = Math.ceil(left);
  return { gone: tickCount - present, quarters: Math.ceil((left - Math.max(0, present - 1)) * 4) };
}
