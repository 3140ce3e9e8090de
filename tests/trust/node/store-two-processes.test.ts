import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import "../../integration/storage/electron-store-in-node.ts";
import { TokenStore } from "../../../main/storage/token-store.ts";
import { FakeKeyring } from "../../fixtures/fake-keyring.ts";
import { howOften, recordFigure } from "../figures.ts";
import { buildProgram, type StoreProgram, temporaryFolder } from "./store/programs.ts";

/** So far apart at most are the two logins of a round, which is far less than two people or two windows could do. */
const longestApartMs = 10;

/** A process of its own that has opened the store, before anything was in it. */
async function startLogins(program: StoreProgram, folder: string): Promise<(token: string) => Promise<string>> {
  const child = program.start([folder]);
  const closed = once(child, "close");
  onTestFinished(async () => {
    child.stdin?.end();
    await closed;
  });
  if (!child.stdout || !child.stdin) throw new Error("The program has no input or output.");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => (await lines.next()).value;
  expect(await nextLine()).toBe("open");
  return (token) => {
    child.stdin?.write(`${token}\n`);
    return nextLine();
  };
}

/** Every token that is on the disk, in its place or kept aside. */
async function tokensIn(folder: string): Promise<string[]> {
  const { tokens, keptAside } = new TokenStore(folder, 0).content;
  const keyring = new FakeKeyring();
  const texts = [...Object.values(tokens), ...keptAside].map(async ({ ciphertext }) => {
    const decrypted = await keyring.decrypt(Buffer.from(ciphertext, "base64"));
    return decrypted.ok ? decrypted.value : "";
  });
  return Promise.all(texts);
}

test("two processes that have the same profile do not write over each other's tokens", async () => {
  const program = await buildProgram("login");
  const folder = temporaryFolder();
  const [one, other] = [await startLogins(program, folder), await startLogins(program, folder)];
  const rounds = howOften({ full: 500, short: 30 });
  const lost: string[] = [];
  const notStored: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const tokens = [`one-${round}`, `other-${round}`] as const;
    const later = async () => {
      const atMs = performance.now() + Math.random() * longestApartMs;
      while (performance.now() < atMs) await new Promise(setImmediate);
      return other(tokens[1]);
    };
    const places = await Promise.all([one(tokens[0]), later()]);
    const present = await tokensIn(folder);
    for (const [index, token] of tokens.entries()) {
      if (places[index] !== "keyring") notStored.push(`${token}: ${places[index]}`);
      else if (!present.includes(token)) lost.push(token);
    }
  }
  recordFigure({
    part: "losses",
    item: "two processes on one profile, both logging in within 10 ms: both tokens are there",
    tries: rounds,
    failures: lost.length + notStored.length,
  });
  expect({ lost, notStored }).toEqual({ lost: [], notStored: [] });
}, 300_000);
