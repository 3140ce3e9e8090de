import { err, ok, type Result } from "../result.ts";
import { readDuration } from "./duration.ts";
import type { Verb } from "./verb.ts";

/** The form of the token on standard output. */
export type OutputFormat = (typeof outputFormats)[number];
export const outputFormats = ["raw", "header", "env", "json"] as const;

/** A command line that was understood. `minValidMs`: the token counts only if it is valid for longer than this. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "token"; readonly format: OutputFormat; readonly minValidMs: number; readonly quiet: boolean }
  | { readonly kind: "status"; readonly json: boolean; readonly minValidMs: number };

/** Why a command line was not understood. It holds no more of an argument than an option's name, because the rest may be a secret. */
export type UsageProblem =
  | { readonly kind: "unknown-verb" }
  | { readonly kind: "unexpected-argument" }
  | { readonly kind: "unknown-option" | "repeated-option" | "wrong-value"; readonly option: string };

/** Chromium's own switches, which wrappers of a system or of an AppImage add. They are no options of a command. */
const chromiumSwitch =
  /^--(?:user-data-dir=.*|(?:disable|enable|no|ozone|use|force|proxy|gtk|log|password|remote|in-process)-[a-z0-9-]+(?:=.*)?)$/;

type Options = Readonly<Record<string, "flag" | ((value: string) => boolean)>>;

const isDuration = (value: string) => readDuration(value) !== undefined;
const isFormat = (value: string) => outputFormats.some((format) => format === value);
const optionsOf = {
  token: { "--format": isFormat, "--min-valid": isDuration, "--quiet": "flag" },
  status: { "--json": "flag", "--min-valid": isDuration },
} as const satisfies Record<string, Options>;

/** Reads a command line. `--help` behind a verb asks for help. */
export function readCommand({ verb, rest }: Verb): Result<Command, UsageProblem> {
  if (verb === "help" || verb === "--help") return ok({ kind: "help" });
  if (verb === "--version") return ok({ kind: "version" });
  if (verb !== "token" && verb !== "status") return err({ kind: "unknown-verb" });
  const args = rest.filter((arg) => !chromiumSwitch.test(arg));
  if (args.includes("--help")) return ok({ kind: "help" });
  const read = readOptions(args, optionsOf[verb]);
  if (!read.ok) return read;
  const options = read.value;
  const minValidMs = readDuration(options.get("--min-valid") ?? "0s") ?? 0;
  if (verb === "status") return ok({ kind: "status", json: options.has("--json"), minValidMs });
  const format = outputFormats.find((known) => known === options.get("--format")) ?? "raw";
  return ok({ kind: "token", format, minValidMs, quiet: options.has("--quiet") });
}

/** Reads `--name value` and `--name=value`. Each option may be there once. */
function readOptions(args: readonly string[], known: Options): Result<Map<string, string>, UsageProblem> {
  const found = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const [, option, joined] = /^(--?[a-z][a-z-]{0,29})(?:=(.*))?$/s.exec(args[at] ?? "") ?? [];
    if (option === undefined) return err({ kind: "unexpected-argument" });
    const takes = Object.hasOwn(known, option) ? known[option] : undefined;
    if (takes === undefined) return err({ kind: "unknown-option", option });
    if (found.has(option)) return err({ kind: "repeated-option", option });
    if (takes === "flag") {
      if (joined !== undefined) return err({ kind: "wrong-value", option });
      found.set(option, "");
      continue;
    }
    const value = joined ?? args[++at];
    if (value === undefined || !takes(value)) return err({ kind: "wrong-value", option });
    found.set(option, value);
  }
  return ok(found);
}
