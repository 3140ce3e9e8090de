const pageLength = 6;

/** Index of the active option after a key; `undefined` for a key that does not move it. */
export function activeAfter(key: string, active: number, length: number): number | undefined {
  const last = length - 1;
  const wanted: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + pageLength,
    PageUp: active - pageLength,
    Home: 0,
    End: last,
  };
  const next = wanted[key];
  return next === undefined ? undefined : Math.max(0, Math.min(last, next));
}
