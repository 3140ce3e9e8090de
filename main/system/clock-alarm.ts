/** How often a waiting alarm looks at the clock. */
const lookEveryMs = 60_000;
/** A larger leap of the wall clock is no drift: somebody set it, or the computer slept. */
const longestDriftMs = 1_000;

/**
 * Calls `ring` once: after about `ms` of awake time, or within a minute after the wall clock was set or the time zone changed.
 * It looks at the clock once a minute, because Node gets no event for either on Linux: the kernel reports a set clock only to a
 * timerfd, and systemd reports a new zone but not a new time
 * (https://man7.org/linux/man-pages/man5/org.freedesktop.timedate1.5.html). A look takes less than 0.1 ms of CPU time. Returns a function that
 * cancels the alarm.
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
    const wasSet = Math.abs(now.aheadMs - before.aheadMs) > longestDriftMs || now.offsets !== before.offsets;
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

interface ClockReading {
  /** Changes only when the wall clock is set or the computer sleeps. */
  readonly aheadMs: number;
  /** "300 300": minutes to UTC in January and July. That is enough to tell two zones apart for a token of a few months. */
  readonly offsets: string;
}

function readClock(): ClockReading {
  refreshTimeZone();
  const nowMs = Date.now();
  const year = new Date(nowMs).getFullYear();
  // Not the zone's name: asking Intl for it every minute takes 30 kB each time until the next garbage collection.
  const offsets = [0, 6].map((month) => new Date(year, month).getTimezoneOffset()).join(" ");
  return { aheadMs: nowMs - performance.now(), offsets };
}
