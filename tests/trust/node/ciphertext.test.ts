import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FakeKeyring } from "../../fixtures/fake-keyring.ts";
import { seededRandom } from "../../fixtures/seeded-random.ts";
import { howOften, recordFigure } from "../figures.ts";
import { type StoreFailure, storeFailures } from "./store/failures.ts";
import { temporaryFolder } from "./store/programs.ts";
import { logIn, operations, type Started, settle, start } from "./store/start.ts";

const names = Object.keys(operations);

/** All that is on the disk, whatever file it is in. */
function allText(folder: string): string {
  const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  return files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

function ciphertextIn({ store }: Started): string {
  const [record] = Object.values(store.content.tokens);
  if (!record) throw new Error("No token was stored.");
  return record.ciphertext;
}

/** A start in which something is wrong, and what is done in it. Answers whether the ciphertext is still there. */
async function survives(failure: StoreFailure, todo: readonly string[]): Promise<boolean> {
  const folder = temporaryFolder();
  const first = start(folder, new FakeKeyring());
  await logIn(first);
  const ciphertext = ciphertextIn(first);

  const mends = [failure.spoil?.(folder)];
  const keyring = failure.keyring?.() ?? new FakeKeyring();
  const started = start(folder, keyring);
  void started.session.load();
  await settle();
  mends.push(failure.afterLoad?.(keyring, folder));
  for (const name of todo) {
    void operations[name]?.(started);
    await settle();
  }
  for (const mend of mends) mend?.();
  return allText(folder).includes(ciphertext);
}

test("a stored token outlives every failure, whatever is done meanwhile", async () => {
  // The refusals are said on standard error, hundreds of times.
  const said = console.error;
  console.error = () => {};
  const lost: string[] = [];
  let tries = 0;
  async function attempt(failure: StoreFailure, todo: readonly string[]): Promise<void> {
    tries += 1;
    if (!(await survives(failure, todo))) lost.push(`${failure.name}: ${todo.join(", ")}`);
  }
  for (const failure of storeFailures) {
    for (const name of names.slice(0, howOften({ full: names.length, short: 4 }))) await attempt(failure, [name]);
  }
  const random = seededRandom(20_261_125);
  for (let time = 0; time < howOften({ full: 2_000, short: 15 }); time += 1) {
    const failure = storeFailures[time % storeFailures.length] as StoreFailure;
    await attempt(
      failure,
      Array.from({ length: 6 }, () => names[Math.floor(random() * names.length)] as string),
    );
  }
  console.error = said;
  recordFigure({
    part: "losses",
    item: `a stored ciphertext outlives a failure of keyring or disk (${storeFailures.length} kinds × ${names.length} operations, and random series of six)`,
    tries,
    failures: lost.length,
  });
  expect(lost).toEqual([]);
}, 300_000);

test("without a failure a renewal does replace it, so that the test above can fail", async () => {
  expect(await survives({ name: "none" }, ["renew"])).toBe(false);
});

test("the token can be read again when its keyring is back, after everything but a login or what takes its place", async () => {
  const lost: string[] = [];
  const all = storeFailures.filter(({ keyring, spoil }) => keyring && !spoil);
  const keyringFailures = all.slice(0, howOften({ full: all.length, short: 2 }));
  for (const failure of keyringFailures) {
    for (const name of names.filter((name) => name !== "log in")) {
      const folder = temporaryFolder();
      const first = start(folder, new FakeKeyring());
      await logIn(first);
      const ciphertext = ciphertextIn(first);
      const started = start(folder, failure.keyring?.() ?? new FakeKeyring());
      void started.session.load();
      await settle();
      void operations[name]?.(started);
      await settle();
      const next = start(folder, new FakeKeyring());
      await next.session.load();
      const isRead = next.session.state.token.kind === "kept" && ciphertextIn(next) === ciphertext;
      if (!isRead) lost.push(`${failure.name}: ${name}`);
    }
  }
  recordFigure({
    part: "losses",
    item: "the token can be read again when its keyring is back",
    tries: keyringFailures.length * (names.length - 1),
    failures: lost.length,
  });
  expect(lost).toEqual([]);
}, 60_000);
