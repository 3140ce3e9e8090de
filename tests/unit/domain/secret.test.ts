import { Console } from "node:console";
import { Writable } from "node:stream";
import { format, inspect } from "node:util";
import { expect, test } from "vitest";
import { Secret } from "../../../domain/secret.ts";

const value = "hunter2-0123456789";
const secret = new Secret(value);

function printed(print: (console: Console) => void): string {
  const chunks: string[] = [];
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  print(new Console({ stdout, stderr: stdout }));
  return chunks.join("");
}

test("reveal() returns the secret", () => {
  expect(secret.reveal()).toBe(value);
});

test.each<[string, () => string]>([
  ["in a template", () => `${secret}`],
  ["by String", () => String(secret)],
  ["joined", () => [secret, secret].join()],
  ["added", () => `bearer ${secret as unknown as string}`],
  ["as a number", () => String(Number(secret))],
  ["as JSON", () => JSON.stringify(secret)],
  ["as JSON, deep inside", () => JSON.stringify({ login: { otp: [secret] } })],
  ["inspected", () => inspect(secret)],
  ["inspected with all that is hidden", () => inspect({ secret }, { showHidden: true, depth: null, getters: true })],
  ["formatted", () => format("%s %o %O %j %d", secret, secret, secret, secret, secret)],
  ["on the console", () => printed((console) => console.log("token", secret, { secret }))],
  ["as a table on the console", () => printed((console) => console.table([{ secret }]))],
  [
    "as a directory on the console",
    () => printed((console) => console.dir({ secret }, { showHidden: true, depth: 9 })),
  ],
  ["in an error's message", () => inspect(new Error(`no place for ${secret}`))],
  ["as an error's cause", () => inspect(new Error("refused", { cause: secret }))],
  ["by its keys", () => Reflect.ownKeys(secret).map(String).join()],
  ["by its entries", () => JSON.stringify(Object.entries(secret))],
  ["spread", () => JSON.stringify({ ...secret })],
  ["cloned for another process", () => inspect(structuredClone(secret))],
])("a printed secret (%s) is hidden", (_how, print) => {
  expect(print()).not.toContain("hunter2");
});

test("a printed secret reads [secret]", () => {
  expect(`${secret}`).toBe("[secret]");
  expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}');
});
