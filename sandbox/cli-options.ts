import { parseArgs } from "node:util";
import type { SandboxOptions } from "./server.ts";

// About thirty years: longer than anything worth watching, and far from where dates end.
const longestSeconds = 999_999_999;

/** Which option sets what, and from which number to which. */
const numbers = {
  port: { type: "string", sets: "port", least: 0, most: 65_535 },
  "token-lifetime": { type: "string", sets: "tokenLifetimeSeconds", least: 1, most: longestSeconds },
  "otp-lifetime": { type: "string", sets: "otpLifetimeSeconds", least: 1, most: longestSeconds },
  "cool-down": { type: "string", sets: "coolDownSeconds", least: 0, most: longestSeconds },
} as const;

/** The command line could not be used; `badOption` is the part of it to name. */
export interface BadOption {
  readonly badOption: string;
}

export function sandboxOptionsOf(args: readonly string[]): SandboxOptions | BadOption {
  // Not strict, so that what is wrong can be said in the person's language and not in the English of parseArgs.
  const { tokens } = parseArgs({ args: [...args], options: numbers, strict: false, tokens: true });
  const options: { -readonly [Name in keyof SandboxOptions]: SandboxOptions[Name] } = {};
  for (const token of tokens) {
    if (token.kind === "positional") return { badOption: token.value };
    if (token.kind === "option-terminator") return { badOption: "--" };
    if (!isOptionName(token.name)) return { badOption: token.rawName };
    const { sets, least, most } = numbers[token.name];
    const value = /^\d{1,9}$/.test(token.value ?? "") ? Number(token.value) : Number.NaN;
    if (!(least <= value && value <= most)) {
      return { badOption: [token.rawName, token.value].filter(Boolean).join(" ") };
    }
    options[sets] = value;
  }
  return options;
}

function isOptionName(name: string): name is keyof typeof numbers {
  return Object.hasOwn(numbers, name);
}
