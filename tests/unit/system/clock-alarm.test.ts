import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setClockAlarm } from "../../../main/system/clock-alarm.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const zone = process.env.TZ;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("rings once, when its time has come", () => {
  const ring = vi.fn();
  setClockAlarm(hourMs, ring);
  vi.advanceTimersByTime(hourMs - 1);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * hourMs);
  expect(ring).toHaveBeenCalledTimes(1);
});

test.each([
  ["ahead", 2 * hourMs],
  ["back", -2 * hourMs],
])("rings within a minute after the clock was set %s", (_, byMs) => {
  const ring = vi.fn();
  setClockAlarm(hourMs, ring);
  vi.advanceTimersByTime(10 * minuteMs + 1);
  vi.setSystemTime(Date.now() + byMs);
  vi.advanceTimersByTime(minuteMs);
  expect(ring).toHaveBeenCalledTimes(1);
});

// In winter New York's clocks show what Bogotá's show, but in July they do not.
test.each(["Asia/Tokyo", "America/New_York"])(
  "rings within a minute after the computer moved from Bogotá to %s",
  (zone) => {
    vi.setSystemTime(new Date("2026-12-01T12:00:00Z"));
    process.env.TZ = "America/Bogota";
    const ring = vi.fn();
    setClockAlarm(hourMs, ring);
    vi.advanceTimersByTime(2 * minuteMs);
    expect(ring).not.toHaveBeenCalled();
    process.env.TZ = zone;
    vi.advanceTimersByTime(minuteMs);
    expect(ring).toHaveBeenCalledTimes(1);
  },
);

test("does not ring after it was cancelled, even in its second minute", () => {
  const ring = vi.fn();
  const cancel = setClockAlarm(hourMs, ring);
  vi.advanceTimersByTime(90_000);
  cancel();
  vi.advanceTimersByTime(hourMs);
  expect(ring).not.toHaveBeenCalled();
});
