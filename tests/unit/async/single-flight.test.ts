import { expect, test } from "vitest";
import { SingleFlight } from "../../../domain/async/single-flight.ts";

function pendingCall() {
  let answer: (value: string) => void = () => {};
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  return { answer, call: () => answered };
}

test("a request during a call shares its result and makes no other call", async () => {
  const calls = new SingleFlight<string>();
  const send = pendingCall();
  let made = 0;
  const ask = () =>
    calls.run(() => {
      made += 1;
      return send.call();
    });
  const both = Promise.all([ask(), ask()]);
  send.answer("sent");
  expect(await both).toEqual(["sent", "sent"]);
  expect(made).toBe(1);
  await ask();
  expect(made).toBe(2);
});

test("after forget() the next request makes a new call with its own result", async () => {
  const calls = new SingleFlight<string>();
  const left = pendingCall();
  const first = calls.run(left.call);
  calls.forget();
  expect(await calls.run(async () => "anew")).toBe("anew");
  left.answer("late");
  expect(await first).toBe("late");
});
