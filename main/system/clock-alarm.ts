/** How often a waiting alarm looks at the clock. */
const lookEveryMs = 60_000;
/** A larger leap of the wall clock is no drift: somebody set it, or the computer slept. */
const longestDriftMs = 1_000;

/**
 * Calls `ring` once: after about `ms` of awake time, or within a minute after the wall clock was set or the time zone changed.
 * Nothing tells Node of that on Linux: the kernel tells only timerfd, and systemd's service tells of the zone but not of the
 * time (https://man7.org/linux/man-pages/man5/org.freedesktop.timedate1.5.html). Returns a function that
 * cancels it.
 */
export function setClockAlarm(ms: number, ring: () => void): () => void {
  const dueMs = performance.now() + ms;
  const before = readClock();
  let timer = wait();

  function wait(): NodeJS.Timeout {
    return setTimeout(look, Math.min(dueMs - performance.now(), lookEveryMs));
  }

  function look(): void {
    const now = readClock();
    const wasSet = Math.abs(now.aheadMs - before.aheadMs) > longestDriftMs || now.timeZone !== before.timeZone;
    // Node may fire a timer a moment early.
    if (wasSet || dueMs - performance.now() < 1) ring();
    else timer = wait();
  }

  return () => clearTimeout(timer);
}

/**
 * Lets this process see the system's present time zone. Node reads it at the start and when TZ changes; deleting TZ counts as
 * a change (https://github.com/nodejs/node/pull/20026). Chromium watches /etc/localtime, but only once a window has asked for the zone.
 */
export function refreshTimeZone(): void {
  if (process.env.TZ === undefined) delete process.env.TZ;
}

function readClock(): { readonly aheadMs: number; readonly timeZone: string } {
  refreshTimeZone();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { aheadMs: Date.now() - performance.now(), timeZone };
}
