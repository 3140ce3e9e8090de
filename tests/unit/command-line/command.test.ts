import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCommand } from "../../../domain/command-line/command.ts";
import { readDuration } from "../../../domain/command-line/duration.ts";
import { argumentsOfApp, findVerb } from "../../../domain/command-line/verb.ts";

const read = (...args: string[]) => {
  const verb = findVerb(args);
  return verb === undefined ? "tray" : readCommand(verb);
};

describe("the verb", () => {
  test.each([
    [[]],
    [["--hidden"]],
    [["--user-data-dir=/tmp/token"]],
    [["/home/ana/token"]],
    [["./token"]],
    [["verifik://token"]],
    [["Token"]],
    [["-"]],
    [["--"]],
    [["3d"]],
  ])("%j starts the tray", (args) => {
    expect(read(...args)).toBe("tray");
  });

  test.each([
    [["token"], "token"],
    [["--no-sandbox", "--user-data-dir=/tmp/x", "status"], "status"],
    [["help", "token"], "help"],
    [["--help"], "help"],
    [["token", "--help"], "help"],
    [["--version"], "version"],
    [["--hidden", "token"], "token"],
  ])("%j is the command %s", (args, kind) => {
    expect(read(...args)).toMatchObject({ ok: true, value: { kind } });
  });

  test("any other word is refused and not repeated, because it may be a secret", () => {
    expect(read("tokn")).toEqual({ ok: false, error: { kind: "unknown-verb" } });
  });

  test("an unpackaged app's own folder is no verb, whatever it is called", () => {
    expect(argumentsOfApp(["electron", "--no-sandbox", "token", "status"], false)).toEqual(["status"]);
    expect(argumentsOfApp(["electron", "token"], false)).toEqual([]);
    expect(argumentsOfApp(["verifik-tray", "token"], true)).toEqual(["token"]);
  });
});

describe("the options", () => {
  test("have defaults, and are read with a space or an equals sign", () => {
    expect(read("token")).toEqual({ ok: true, value: { kind: "token", format: "raw", minValidMs: 0, quiet: false } });
    const all = { ok: true, value: { kind: "token", format: "json", minValidMs: 900_000, quiet: true } };
    expect(read("token", "--format", "json", "--min-valid", "15m", "--quiet")).toEqual(all);
    expect(read("token", "--quiet", "--min-valid=15m", "--format=json")).toEqual(all);
    expect(read("status", "--json", "--min-valid", "3d")).toEqual({
      ok: true,
      value: { kind: "status", json: true, minValidMs: 3 * 86_400_000 },
    });
  });

  test("Chromium's own switches pass anywhere", () => {
    const switches = ["--no-sandbox", "--user-data-dir=/tmp/x", "--ozone-platform=wayland", "--disable-gpu"];
    expect(read("token", ...switches, "--quiet")).toMatchObject({ ok: true, value: { quiet: true } });
  });

  test.each([
    [["token", "--quiet", "--quiet"], { kind: "repeated-option", option: "--quiet" }],
    [["token", "--format=raw", "--format", "raw"], { kind: "repeated-option", option: "--format" }],
    [["token", "--json"], { kind: "unknown-option", option: "--json" }],
    [["token", "--constructor"], { kind: "unknown-option", option: "--constructor" }],
    [["status", "--format=json"], { kind: "unknown-option", option: "--format" }],
    [["token", "-q"], { kind: "unknown-option", option: "-q" }],
    [["token", "--format"], { kind: "wrong-value", option: "--format" }],
    [["token", "--format=xml"], { kind: "wrong-value", option: "--format" }],
    [["token", "--min-valid", "1"], { kind: "wrong-value", option: "--min-valid" }],
    [["token", "--quiet=yes"], { kind: "wrong-value", option: "--quiet" }],
    [["token", "status"], { kind: "unexpected-argument" }],
    [["token", "--"], { kind: "unexpected-argument" }],
  ])("%j is refused", (args, error) => {
    expect(read(...args)).toEqual({ ok: false, error });
  });

  test("no argument crashes the reader, and no refusal repeats more than an option's name", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("token", "--format", "--min-valid"))), (args) => {
        const command = readCommand({ verb: "token", rest: args });
        if (command.ok) return;
        if ("option" in command.error) expect(command.error.option).toMatch(/^--?[a-z-]{1,30}$/);
      }),
    );
  });
});

test.each([
  ["90s", 90_000],
  ["15m", 900_000],
  ["1h", 3_600_000],
  ["3d", 259_200_000],
  ["0s", 0],
  ["", undefined],
  ["1", undefined],
  ["-1h", undefined],
  ["1.5h", undefined],
  ["1w", undefined],
  ["12345678s", undefined],
])("the duration %j is %s ms", (text, ms) => {
  expect(readDuration(text)).toBe(ms);
});
