import { expect, test } from "vitest";
import { exitCodeOf, refusals } from "../../../domain/command-line/answer.ts";
import { errorJson, statusJson, tokenOutput } from "../../../domain/command-line/output.ts";
import { Secret } from "../../../domain/secret.ts";
import { pipePath } from "../../../main/command-line/windows-pipe.ts";

const given = {
  token: new Secret("eyJ.a.b"),
  expiresAtMs: Date.UTC(2026, 11, 21, 15, 4, 5, 678),
  estimated: false,
  origin: undefined,
  variableName: "VERIFIK_API_KEY",
};

test.each([
  ["raw", "eyJ.a.b\n"],
  ["header", "Authorization: Bearer eyJ.a.b\n"],
  ["env", "VERIFIK_API_KEY=eyJ.a.b\n"],
] as const)("the format %s is one line", (format, line) => {
  expect(tokenOutput(given, format).reveal()).toBe(line);
});

test("JSON has the expiry in UTC and in seconds, and the origin only of another API than Verifik's", () => {
  const json = tokenOutput(given, "json").reveal();
  expect(JSON.parse(json)).toEqual({
    version: 1,
    token: "eyJ.a.b",
    tokenType: "Bearer",
    expiresAt: "2026-12-21T15:04:05Z",
    expiresAtEpoch: 1_797_865_445,
    estimated: false,
  });
  const elsewhere = tokenOutput({ ...given, origin: "http://127.0.0.1:8765" }, "json").reveal();
  expect(JSON.parse(elsewhere)).toMatchObject({ origin: "http://127.0.0.1:8765" });
});

test("the status as JSON says whether the token can be used, and without a running app why it is not known", () => {
  const status = { state: "valid", expiresAtMs: given.expiresAtMs, estimated: true, automaticRenewal: true } as const;
  expect(JSON.parse(statusJson({ ...status, origin: undefined, refusal: undefined }))).toEqual({
    version: 1,
    state: "valid",
    expiresAt: "2026-12-21T15:04:05Z",
    expiresAtEpoch: 1_797_865_445,
    estimated: true,
    automaticRenewal: true,
    usable: true,
  });
  expect(JSON.parse(statusJson("not-running"))).toEqual({ version: 1, state: "not-running", usable: false });
  expect(JSON.parse(errorJson("expired", "…"))).toEqual({ version: 1, error: { code: "expired", message: "…" } });
});

test("the exit codes are the ones that scripts rely on", () => {
  expect(Object.fromEntries(refusals.map((reason) => [reason, exitCodeOf(reason)]))).toEqual({
    "no-token": 4,
    expired: 4,
    rejected: 4,
    "too-little-left": 4,
    "other-api": 4,
    unreadable: 5,
    loading: 5,
    busy: 5,
    "other-version": 3,
  });
  expect(exitCodeOf("not-running")).toBe(3);
  expect(exitCodeOf("not-running-or-switched-off")).toBe(3);
  expect(exitCodeOf("unreachable")).toBe(3);
  expect(exitCodeOf("ended")).toBe(3);
  expect(exitCodeOf("silent")).toBe(5);
  expect(exitCodeOf("switched-off")).toBe(6);
});

test("on Windows each profile has a pipe of its own, however its path is written", () => {
  const path = pipePath("C:\\Users\\Ana\\AppData\\Roaming\\verifik-tray");
  expect(path).toMatch(/^\\\\\.\\pipe\\verifik-tray-[0-9a-f]{16}$/);
  expect(pipePath("c:\\users\\ana\\appdata\\roaming\\verifik-tray")).toBe(path);
  expect(pipePath("C:\\Users\\Sam\\AppData\\Roaming\\verifik-tray")).not.toBe(path);
});
