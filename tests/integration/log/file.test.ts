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
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log, startLog } from "../../../main/log/log.ts";
import { LogFile } from "../../../main/log/log-file.ts";
import { plainName } from "../../../main/log/plain-name.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "log-file-")), "state", "verifik-tray");
  path = join(folder, "verifik-tray.log");
});

afterEach(() => rmSync(join(folder, "..", ".."), { recursive: true }));

function mode(of: string): string {
  return (statSync(of).mode & 0o777).toString(8);
}

test("only its owner can read the log, its folder and the older one, also where others could before", () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, "before\n", { mode: 0o666 });
  chmodSync(path, 0o666);
  const file = new LogFile(folder, 30);
  file.append("a line of twenty-five bytes");
  file.append("another");
  expect(mode(path)).toBe("600");
  expect(mode(join(folder, "verifik-tray.old.log"))).toBe("600");
});

test("a folder that is made is its owner's alone", () => {
  new LogFile(folder).append("line");
  expect(mode(folder)).toBe("700");
  expect(mode(path)).toBe("600");
});

test("a full file begins anew, one older is kept, and together they never grow beyond twice the limit", () => {
  const file = new LogFile(folder, 1_000);
  for (let count = 0; count < 500; count += 1) file.append(`line ${count}`);
  expect(statSync(path).size).toBeLessThanOrEqual(1_000);
  expect(statSync(join(folder, "verifik-tray.old.log")).size).toBeLessThanOrEqual(1_000);
  const lines = file.read();
  expect(lines.at(-1)).toBe("line 499");
  expect(lines).toEqual(Array.from(lines, (_line, at) => `line ${500 - lines.length + at}`));
});

test("no link is followed, no pipe waited for, and what is in the way costs the line only", () => {
  mkdirSync(folder, { recursive: true });
  const elsewhere = join(folder, "elsewhere");
  const file = new LogFile(folder);
  symlinkSync(elsewhere, path);
  file.append("line");
  expect(existsSync(elsewhere)).toBe(false);
  rmSync(path);

  execFileSync("mkfifo", [path]);
  file.append("line");
  rmSync(path);

  mkdirSync(path);
  file.append("line");
  rmSync(path, { recursive: true });

  file.append("at last");
  expect(readFileSync(path, "utf8")).toBe("at last\n");
});

test("an entry has its moment and level; warnings and errors are on standard error too, redacted like it", () => {
  const written = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    startLog(new LogFile(folder), () => Date.UTC(2026, 10, 25, 22, 41, 46, 123));
    log({ kind: "answer", call: "confirm-otp", status: 200, tookMs: 41 });
    log({ kind: "token-not-noted", error: plainName("ENOSPC") });
    // A field that was given what it has no place for: the second line of defence.
    log({ kind: "browser-not-opened", error: "code 482913" as ReturnType<typeof plainName> });
    expect(readFileSync(path, "utf8").split("\n")).toEqual([
      "2026-11-25T22:41:46.123Z info answer call=confirm-otp status=200 tookMs=41",
      "2026-11-25T22:41:46.123Z warn token-not-noted error=ENOSPC",
      "2026-11-25T22:41:46.123Z warn browser-not-opened error=code [redacted]",
      "",
    ]);
    expect(written.mock.calls).toEqual([
      ["warn: token-not-noted error=ENOSPC"],
      ["warn: browser-not-opened error=code [redacted]"],
    ]);
  } finally {
    written.mockRestore();
  }
});
