import { expect, test } from "vitest";
import { SingleFlight } from "../../../domain/async/single-flight.ts";

function pendingCall() {
  let answer: (value: string) => void = () => {};
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  return { answer, call: () => answered };
}

test("what is asked for while a call is under way gets its answer, and makes no other", async () => {
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

test("after one was abandoned the next is made at once, and its answer is not the other's", async () => {
  const calls = new SingleFlight<string>();
  const left = pendingCall();
  const first = calls.run(left.call);
  calls.forget();
  expect(await calls.run(async () => "anew")).toBe("anew");
  left.answer("late");
  expect(await first).toBe("late");
});
