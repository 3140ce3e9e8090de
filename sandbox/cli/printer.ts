import { testAccounts } from "../accounts.ts";
import { endpoints } from "../endpoints.ts";
import type { Sandbox } from "../server.ts";
import type { FaultAtEndpoint } from "./cli-options.ts";
import type { SandboxTexts } from "./texts.ts";

/** Prints the sandbox's address and the test numbers. */
export function printIntroduction(sandbox: Sandbox, texts: SandboxTexts, print: (line: string) => void): void {
  print(texts.listening(sandbox.origin));
  print(texts.pointTheApp(sandbox.origin));
  printNumbers(texts, print);
}

export function printNumbers(texts: SandboxTexts, print: (line: string) => void): void {
  print(texts.numbersToTry);
  const width = Math.max(...testAccounts.map((account) => account.displayNumber.length));
  for (const account of testAccounts) print(`  ${account.displayNumber.padEnd(width)}  ${texts.roles[account.role]}`);
}

/** Prints each code that the sandbox "sends", and each code that an authenticator app would show. */
export function printCodes(sandbox: Sandbox, texts: SandboxTexts, print: (line: string) => void): void {
  sandbox.onOtpSent(({ e164, channel, otp }) => print(texts.otpSent(e164, channel, otp)));
  sandbox.onAuthenticatorOtp(({ e164, authenticatorOtp }) => print(texts.authenticatorOtp(e164, authenticatorOtp)));
}

/** Prints the faults that the command line has set. */
export function printFaults(
  faults: readonly FaultAtEndpoint[],
  texts: SandboxTexts,
  print: (line: string) => void,
): void {
  for (const { endpoint, fault } of faults) print(texts.answersInstead(endpoints[endpoint], shortened(fault.says)));
}

function shortened(says: string): string {
  return says.length > 100 ? `${says.slice(0, 99)}…` : says;
}
