import type { Failure } from "../../domain/failure.ts";
import { faultTable } from "../../sandbox/fault-table.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { textsFor } from "../../texts/index.ts";
import { faultMeanings, namesOf, tokenLives } from "../fixtures/fault-meanings.ts";
import { type RecoveryAction, recoveryFrom } from "../fixtures/recovery-actions.ts";
import { desktopTroubles } from "./texts/desktop-troubles.ts";
import { otherTroubles } from "./texts/other-troubles.ts";

const actions: Readonly<Record<RecoveryAction, string>> = {
  "correct-number": "Mend the number, which has the focus.",
  "correct-number-or-join": "Mend the number, which has the focus, or open verifik.co by the button.",
  "correct-code": "Type again: the code is selected.",
  resend: "Press Resend code, which has the focus and is enabled.",
  wait: "Wait: a countdown runs below the words.",
  "wait-or-enter-code":
    "Enter the code that was sent, by the button “I have the code”, or wait: a countdown runs below the words.",
  "try-again": "Do what the words say, and press the button again: what was typed is still there.",
};

/** docs/errors.md as it has to be, made of the tables that the tests run through. */
export function errorsPage(): string {
  return `# What can go wrong, and what a person reads

Made by \`npx vitest run tests/unit/errors-page.test.ts --update\` from the tables that the tests run through; a test holds it
up to date. The words are those of \`texts/\`, here with an example's numbers.

To try one: \`npm run sandbox -- --fault NAME\`, for every call where it can happen, or \`--fault NAME@confirm-otp\` for one of
\`request-otp\`, \`confirm-otp\`, \`renew-token\`, \`revoke-tokens\` and \`get-client\`.

Whatever goes wrong, what was typed is kept, and nothing is sent again by itself.

## What Verifik or the network answers

Each name is a step of the tests in [answers.test.ts](../tests/e2e/answers.test.ts), in both languages; \`silence\` and \`drip\`,
which take 15 seconds, have tests of their own in [faults.test.ts](../tests/e2e/faults.test.ts).

| \`--fault\`: answer | English | Spanish | Way on |
|---|---|---|---|
${answerRows().join("\n")}

## What else can happen

| What happens | English | Spanish | Shown by |
|---|---|---|---|
${otherTroubles.map(({ happens, failure, shownBy }) => row(happens, ...words(failure), testLink(shownBy))).join("\n")}

## What keyring, store and desktop lack

| What happens | English | Spanish | Shown by |
|---|---|---|---|
${desktopTroubles
  .map(({ happens, says, shownBy }) => row(happens, says(textsFor("en")), says(textsFor("es")), testLink(shownBy)))
  .join("\n")}

## Answers that are no trouble

A token is taken wherever it stands in the answer, and its expiry read however it is told. Each name is a step of "wherever
the token stands in the answer" in [answers.test.ts](../tests/e2e/answers.test.ts).

| \`--fault\` | Answer | The window tells |
|---|---|---|
${namesOf(tokenLives)
  .map((name) => row(`\`${name}\``, faultTable[name].fault.says, life(tokenLives[name])))
  .join("\n")}
`;
}

/** One for all the faults that are told in the same words. */
function answerRows(): string[] {
  const answers = new Map<string, string[]>();
  for (const name of namesOf(faultMeanings)) {
    const failure = faultMeanings[name];
    const told = [...words(failure), actions[recoveryFrom(failure)]].join(" | ");
    answers.set(told, [...(answers.get(told) ?? []), `\`${name}\`: ${answerText(faultTable[name].fault.says)}`]);
  }
  return [...answers].map(([told, alike]) => row(alike.join("<br>"), told));
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
  return estimated ? `${days} days, and that it is an estimate` : `${days} days`;
}

function testLink({ file, title }: { readonly file: string; readonly title: string }): string {
  return `[${file.split("/").at(-1)}](../${file}): ${title}`;
}

function row(...cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A page shows markup as the window does: as text. */
function withoutMarkup(text: string): string {
  return text.replaceAll("<", "&lt;");
}
