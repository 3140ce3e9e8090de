import { expect, test } from "vitest";
import { SingleCall } from "../../main/domain/single-call.ts";

function pendingCall() {
  let answer: (value: string) => void = () => {};
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  return { answer, call: () => answered };
}

test("the same call asked for twice is made once, and both hear its answer", async () => {
  const calls = new SingleCall<string>();
  const send = pendingCall();
  let made = 0;
  const ask = () =>
    calls.run("send", () => {
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

test("another call waits for the one under way, and gets an answer of its own", async () => {
  const calls = new SingleCall<string>();
  const send = pendingCall();
  const first = calls.run("send", send.call);
  const order: string[] = [];
  const second = calls.run("confirm", async () => {
    order.push("confirm");
    return "confirmed";
  });
  await new Promise(setImmediate);
  expect(order).toEqual([]);
  send.answer("sent");
  expect([await first, await second]).toEqual(["sent", "confirmed"]);
});

test("after one was abandoned the next does not wait", async () => {
  const calls = new SingleCall<string>();
  void calls.run("send", pendingCall().call);
  calls.abandon();
  expect(await calls.run("send", async () => "anew")).toBe("anew");
});
