import { expect, test } from "vitest";
import { Barrier } from "../../../domain/async/barrier.ts";

function createBarrier() {
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  const barrier = new Barrier({ wait: (ms) => new Promise((end) => waits.push({ ms, end })) }, 3_000);
  let passed = 0;
  const waitAtBarrier = () =>
    barrier.wait().then(() => {
      passed += 1;
    });
  return { barrier, waits, waitAtBarrier, passed: () => passed };
}

/** Lets every promise that is already resolved call back. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test("a barrier holds every waiter until it is opened", async () => {
  const { barrier, waitAtBarrier, passed } = createBarrier();
  void waitAtBarrier();
  void waitAtBarrier();
  await settle();
  expect(passed()).toBe(0);
  barrier.open();
  await settle();
  expect(passed()).toBe(2);
});

test("a barrier that nobody opens opens after its time", async () => {
  const { waits, waitAtBarrier, passed } = createBarrier();
  void waitAtBarrier();
  await settle();
  expect(waits.map(({ ms }) => ms)).toEqual([3_000]);
  expect(passed()).toBe(0);
  waits[0]?.end();
  await settle();
  expect(passed()).toBe(1);
});

test("a barrier that is open lets later waiters pass, however often it is opened", async () => {
  const { barrier, waits, waitAtBarrier, passed } = createBarrier();
  barrier.open();
  barrier.open();
  waits[0]?.end();
  await waitAtBarrier();
  expect(passed()).toBe(1);
});
