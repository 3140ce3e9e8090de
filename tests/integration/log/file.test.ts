import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import electronLog from "electron-log/node";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log, startLog } from "../../../main/log/log.ts";
import { openLogFile } from "../../../main/log/log-file.ts";
import { plainName } from "../../../main/log/plain-name.ts";

let folder: string;
let path: string;
let oldPath: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "log-file-")), "state", "verifik-tray");
  path = join(folder, "verifik-tray.log");
  oldPath = join(folder, "verifik-tray.old.log");
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(join(folder, "..", ".."), { recursive: true });
});

function mode(of: string): string {
  return (statSync(of).mode & 0o777).toString(8);
}

/** The entries of the file, without their moments. */
function entries(): string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => line.slice(line.indexOf(" ") + 1));
}

test("makes a folder and a file for their owner alone", () => {
  openLogFile(folder).write("info", "line");
  expect([mode(folder), mode(path)]).toEqual(["700", "600"]);
});

test("takes permissions away that others widened, from the older file too", () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, "before\n");
  chmodSync(path, 0o666);
  const file = openLogFile(folder, 30);
  for (const line of ["a line that fills the file", "another"]) file.write("info", line);
  expect([mode(path), mode(oldPath)]).toEqual(["600", "600"]);
});

test("starts a new file when one is full, keeps one older file, and reads both", () => {
  const maxSize = 1_000;
  const file = openLogFile(folder, maxSize);
  for (let count = 0; count < 500; count += 1) file.write("info", `line ${count}`);
  const oneLine = 50;
  for (const each of [path, oldPath]) expect(statSync(each).size).toBeLessThanOrEqual(maxSize + oneLine);
  const numbers = file.read().map((line) => Number(line.split(" ").at(-1)));
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual(Array.from(numbers, (_number, at) => 500 - numbers.length + at));
});

test("follows no link, waits for no pipe, and loses only the lines that come while something is in the way", () => {
  mkdirSync(folder, { recursive: true });
  const elsewhere = join(folder, "elsewhere");
  const file = openLogFile(folder);
  symlinkSync(elsewhere, path);
  file.write("info", "to a link");
  expect(existsSync(elsewhere)).toBe(false);
  rmSync(path);

  execFileSync("mkfifo", [path]);
  file.write("info", "to a pipe");
  rmSync(path);

  mkdirSync(path);
  file.write("info", "to a folder");
  rmSync(path, { recursive: true });

  file.write("info", "to a file");
  symlinkSync(elsewhere, `${path}.link`);
  execFileSync("mv", ["--", `${path}.link`, path]);
  file.write("info", "to a link again");
  expect(existsSync(elsewhere)).toBe(false);
  rmSync(path);

  file.write("info", "to a file again");
  expect(entries()).toEqual(["info to a file again"]);
});

test("does not follow a link that appears between the look and the write", () => {
  const file = openLogFile(folder);
  file.write("info", "first");
  const elsewhere = join(folder, "elsewhere");
  electronLog.hooks.push((message, _transport, name) => {
    if (name === "file") {
      rmSync(path);
      symlinkSync(elsewhere, path);
    }
    return message;
  });
  const printed = vi.spyOn(electronLog.transports.console, "writeFn").mockImplementation(() => {});
  file.write("info", "second");
  printed.mockRestore();
  expect(existsSync(elsewhere)).toBe(false);
});

test("writes moment, level and redacted text; prints warnings and errors too", () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 25, 22, 41, 46, 123) });
  const printed = vi.spyOn(electronLog.transports.console, "writeFn").mockImplementation(() => {});
  startLog(openLogFile(folder).write);
  log({ kind: "answer", call: "confirm-otp", status: 200, tookMs: 41 });
  log({ kind: "token-not-noted", error: plainName("ENOSPC") });
  // The types forbid this. The redactor is the second line of defence.
  log({ kind: "browser-not-opened", error: "code 482913" as ReturnType<typeof plainName> });
  startLog(() => {});
  expect(readFileSync(path, "utf8").split("\n")).toEqual([
    "2026-11-25T22:41:46.123Z info answer call=confirm-otp status=200 tookMs=41",
    "2026-11-25T22:41:46.123Z warn token-not-noted error=ENOSPC",
    "2026-11-25T22:41:46.123Z warn browser-not-opened error=code [redacted]",
    "",
  ]);
  const lines = printed.mock.calls.map(([{ message }]) => message.data);
  printed.mockRestore();
  expect(lines).toEqual([["warn: token-not-noted error=ENOSPC"], ["warn: browser-not-opened error=code [redacted]"]]);
});
