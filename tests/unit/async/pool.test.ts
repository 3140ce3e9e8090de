import { expect, test } from "vitest";
import { Pool } from "../../../domain/async/pool.ts";

test("a resource is used by one caller at a time and reused before a new one is created", async () => {
  const lanes = new Pool(3, (number) => `lane ${number}`);
  const [first, second] = [await lanes.take(), await lanes.take()];
  expect([first.value, second.value]).toEqual(["lane 0", "lane 1"]);
  first.free();
  expect((await lanes.take()).value).toBe("lane 0");
  expect((await lanes.take()).value).toBe("lane 2");
});

test("callers wait in order when all resources are in use", async () => {
  const lanes = new Pool(1, (number) => number);
  const first = await lanes.take();
  const got: string[] = [];
  const second = lanes.take().then((lane) => {
    got.push("second");
    return lane;
  });
  const third = lanes.take().then(() => got.push("third"));
  await Promise.resolve();
  expect(got).toEqual([]);
  first.free();
  (await second).free();
  await third;
  expect(got).toEqual(["second", "third"]);
});
