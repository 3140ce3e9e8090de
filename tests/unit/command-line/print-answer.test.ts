import { describe, expect, test } from "vitest";
import { type NoAnswer, type Refusal, refusals } from "../../../domain/command-line/answer.ts";
import { Secret } from "../../../domain/secret.ts";
import { type Printer, printStatus, printToken } from "../../../main/command-line/print-answer.ts";
import { commandLineTexts } from "../../../texts/command-line.ts";

const token = {
  kind: "token",
  token: new Secret("eyJ.a.b"),
  expiresAtMs: Date.now() + 3.5 * 86_400_000,
  estimated: false,
  origin: undefined,
  variableName: "VERIFIK_TOKEN",
} as const;
const tokenCommand = { kind: "token", format: "raw", minValidMs: 0, quiet: false } as const;

function printerIn(language: "en" | "es", { isTerminal = false, isClosed = false } = {}) {
  const printed = { out: "", err: "" };
  const printer: Printer = {
    texts: commandLineTexts(language),
    locale: language,
    isTerminal,
    print: async (text) => {
      printed.out += text;
      return !isClosed;
    },
    complain: async (text) => {
      printed.err += text;
      return true;
    },
  };
  return { printer, printed };
}

test("the time until the expiry goes to a terminal's standard error only, and not with --quiet", async () => {
  for (const [isTerminal, quiet, err] of [
    [true, false, "expires in 3 days\n"],
    [false, false, ""],
    [true, true, ""],
  ] as const) {
    const { printer, printed } = printerIn("en", { isTerminal });
    expect(await printToken(printer, { ...tokenCommand, quiet }, token)).toBe(0);
    expect(printed).toEqual({ out: "eyJ.a.b\n", err });
  }
});

test("a reader that has closed its end is a quiet 1", async () => {
  const { printer, printed } = printerIn("en", { isTerminal: true, isClosed: true });
  expect(await printToken(printer, tokenCommand, token)).toBe(1);
  expect(printed.err).toBe("");
});

describe.each(["en", "es"] as const)("in %s", (language) => {
  const noAnswers: NoAnswer[] = [
    "not-running",
    "switched-off",
    "not-running-or-switched-off",
    "unreachable",
    "ended",
    "silent",
  ];
  const problems: (Refusal | NoAnswer)[] = [...refusals, ...noAnswers];

  test.each(problems)(
    "%s is one sentence on standard error, and a state on standard output for the status",
    async (problem) => {
      const response = noAnswers.some((why) => why === problem)
        ? { kind: "no-answer" as const, why: problem as NoAnswer }
        : { kind: "refused" as const, reason: problem as Refusal };
      const asked = printerIn(language);
      expect(await printToken(asked.printer, tokenCommand, response)).toBeGreaterThanOrEqual(3);
      expect(asked.printed.out).toBe("");
      expect(asked.printed.err).toMatch(/^verifik-tray: .+\.\n$/);
      const status = printerIn(language);
      await printStatus(status.printer, { kind: "status", json: false, minValidMs: 0 }, response);
      expect(status.printed.out).toMatch(/^\S.*\n$/);
      expect(status.printed.err).toBe(asked.printed.err);
    },
  );

  test("the status names state, expiry and renewal", async () => {
    const { printer, printed } = printerIn(language);
    const status = {
      kind: "status",
      state: "valid",
      estimated: false,
      automaticRenewal: true,
      origin: undefined,
    } as const;
    const response = { ...status, expiresAtMs: token.expiresAtMs, refusal: undefined };
    expect(await printStatus(printer, { kind: "status", json: false, minValidMs: 0 }, response)).toBe(0);
    expect(printed.out).toMatch(
      {
        en: /^valid, expires in 3 days \(.+\), automatic renewal on\n$/,
        es: /^válido, vence en 3 días \(.+\), renovación automática activada\n$/,
      }[language],
    );
    expect(printed.err).toBe("");
  });
});
