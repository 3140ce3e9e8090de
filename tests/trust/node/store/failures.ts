import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FakeKeyring } from "../../../fixtures/fake-keyring.ts";

/** Something that goes wrong in a start that finds a stored token. */
export interface StoreFailure {
  readonly name: string;
  /** Spoils the files before the start. Returns a function that mends them. */
  readonly spoil?: (folder: string) => () => void;
  readonly keyring?: () => FakeKeyring;
  /** Makes it go wrong after the token was read. Returns a function that mends it. */
  readonly afterLoad?: (keyring: FakeKeyring, folder: string) => () => void;
}

const nothingToMend = () => {};

function unavailable(name?: string): FakeKeyring {
  const keyring = new FakeKeyring(name);
  keyring.available = false;
  return keyring;
}

function neverAnswering(): FakeKeyring {
  const keyring = new FakeKeyring();
  keyring.slow = true;
  return keyring;
}

/** Puts a full folder in the draft's place, so that no write succeeds, not even root's. */
function refuseWrites(folder: string): () => void {
  const inTheWay = join(folder, `token.json.tmp-${process.pid}`);
  mkdirSync(join(inTheWay, "in the way"), { recursive: true });
  return () => rmSync(inTheWay, { recursive: true });
}

const isRoot = process.getuid?.() === 0;

export const storeFailures: readonly StoreFailure[] = [
  { name: "no keyring", keyring: () => unavailable("basic_text") },
  { name: "a keyring that stays locked", keyring: () => unavailable() },
  { name: "a keyring whose prompt is never answered", keyring: neverAnswering },
  { name: "a keyring that was reset", keyring: () => new FakeKeyring("gnome_libsecret", 0x11) },
  { name: "another keyring", keyring: () => new FakeKeyring("kwallet", 0x22) },
  {
    name: "a keyring that is locked in the middle",
    afterLoad(keyring) {
      keyring.available = false;
      return nothingToMend;
    },
  },
  {
    name: "a keyring that stops answering in the middle",
    afterLoad(keyring) {
      keyring.slow = true;
      return nothingToMend;
    },
  },
  { name: "a disk that refuses", spoil: refuseWrites },
  { name: "a disk that refuses from the middle on", afterLoad: (_keyring, folder) => refuseWrites(folder) },
  { name: "no keyring and a disk that refuses", keyring: () => unavailable("basic_text"), spoil: refuseWrites },
  {
    name: "a file that was cut short",
    spoil(folder) {
      const path = join(folder, "token.json");
      writeFileSync(path, readFileSync(path, "utf8").slice(0, -3));
      return nothingToMend;
    },
  },
  {
    name: "a file with garbage at its end",
    spoil(folder) {
      appendFileSync(join(folder, "token.json"), "garbage");
      return nothingToMend;
    },
  },
  {
    name: "a file that is spoilt in the middle",
    afterLoad(_keyring, folder) {
      appendFileSync(join(folder, "token.json"), "garbage");
      return nothingToMend;
    },
  },
  {
    name: "a file of a newer version",
    spoil(folder) {
      const path = join(folder, "token.json");
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), schemaVersion: 2 }));
      return nothingToMend;
    },
  },
  ...(isRoot ? [] : [{ name: "a file that may not be read", spoil: forbidReading }]),
];

function forbidReading(folder: string): () => void {
  const path = join(folder, "token.json");
  chmodSync(path, 0);
  return () => chmodSync(path, 0o600);
}
