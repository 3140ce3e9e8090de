import type { Failure } from "../../domain/failure.ts";
import { faultTable } from "../../sandbox/fault-table.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { textsFor } from "../../texts/index.ts";
import { faultMeanings, namesOf, tokenLives } from "../fixtures/fault-meanings.ts";
import { type RecoveryAction, recoveryFrom } from "../fixtures/recovery-actions.ts";
import { failureCauses, warningCauses } from "./error-causes.ts";

const actions: Readonly<Record<RecoveryAction, string>> = {
  "correct-number": "Correct the number; it has the focus.",
  "correct-number-or-join": "Correct the number; it has the focus. Or open verifik.co with the button.",
  "correct-code": "Type the code again; it is selected.",
  resend: "Press Resend code; it has the focus.",
  wait: "Wait for the countdown below the text.",
  "wait-or-enter-code": "Enter the code with the button “I have the code”, or wait for the countdown below the text.",
  "try-again": "Follow the text and press the button again; the typed text is kept.",
};

/** The content of docs/errors.md, from the tables that the tests use. */
export function errorsPage(): string {
  return `# Errors and their texts

Made by \`npx vitest run --project checks tests/unit/errors-page.test.ts --update\` from the tables that the tests use; a test
keeps it up to date. The texts come from \`texts/\`; numbers and names are examples.

To try an error, run \`npm run sandbox -- --fault NAME\`. It then occurs at every call where it can. \`--fault NAME@confirm-otp\`
limits it to one call: \`request-otp\`, \`confirm-otp\`, \`renew-token\`, \`revoke-tokens\` or \`get-client\`.

After an error the window keeps the typed text, and nothing is sent again automatically.

## Responses from Verifik and the network

Each name is a step of the tests in [answers.test.ts](../tests/e2e/answers.test.ts), in both languages. \`silence\` and \`drip\`
take 15 seconds and have their own tests in [faults.test.ts](../tests/e2e/faults.test.ts).

| \`--fault\`: response | English | Spanish | Next step |
|---|---|---|---|
${answerRows().join("\n")}

## Other failures

| Cause | English | Spanish | Test |
|---|---|---|---|
${failureCauses.map(({ cause, failure, shownBy }) => row(cause, ...words(failure), testLink(shownBy))).join("\n")}

## Keyring, storage and desktop

| Cause | English | Spanish | Test |
|---|---|---|---|
${warningCauses
  .map(({ cause, text, shownBy }) => row(cause, text(textsFor("en")), text(textsFor("es")), testLink(shownBy)))
  .join("\n")}

## Unusual responses that work

The app finds the token and its expiry in several forms of response. Each name is a step in
[answers.test.ts](../tests/e2e/answers.test.ts).

| \`--fault\` | Response | Time left in the window |
|---|---|---|
${namesOf(tokenLives)
  .map((name) => row(`\`${name}\``, faultTable[name].fault.says, life(tokenLives[name])))
  .join("\n")}
`;
}

/** One row for all faults with the same text. */
function answerRows(): string[] {
  const answers = new Map<string, string[]>();
  for (const name of namesOf(faultMeanings)) {
    const failure = faultMeanings[name];
    const cells = [...words(failure), actions[recoveryFrom(failure)]].join(" | ");
    answers.set(cells, [...(answers.get(cells) ?? []), `\`${name}\`: ${answerText(faultTable[name].fault.says)}`]);
  }
  return [...answers].map(([cells, names]) => row(names.join("<br>"), cells));
}

function words(failure: Failure): [string, string] {
  const [english, spanish] = (["en", "es"] as const).map((language) =>
    failureText(textsFor(language).failures, failure),
  );
  return [withoutMarkup(english ?? ""), withoutMarkup(spanish ?? "")];
}

function answerText(says: string): string {
  const [, status, body] = /^(\d{3}) ([{<].*)$/s.exec(says) ?? [];
  if (body === undefined) return says;
  return `${status} \`${body.length > 120 ? `${body.slice(0, 119)}…` : body}\``;
}

function life({ days, estimated }: { readonly days: number; readonly estimated: boolean }): string {
  return estimated ? `${days} days (estimated)` : `${days} days`;
}

function testLink({ file, title }: { readonly file: string; readonly title: string }): string {
  return `[${file.split("/").at(-1)}](../${file}): ${title}`;
}

function row(...cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Markdown would render markup; the window shows it as text. */
function withoutMarkup(text: string): string {
  return text.replaceAll("<", "&lt;");
}
