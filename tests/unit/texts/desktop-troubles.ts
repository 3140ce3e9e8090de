import type { Texts } from "../../../texts/index.ts";

/** A message of the window about keyring, store or desktop, and the test that shows it. */
export interface DesktopTrouble {
  readonly happens: string;
  readonly says: (texts: Texts) => string;
  readonly shownBy: { readonly file: string; readonly title: string };
}

const parts = "tests/e2e/desktop-parts.test.ts";
const store = "tests/e2e/store.test.ts";
const names = { encryptedBy: "GNOME Keyring", present: "KWallet" };
const underAnother = {
  file: parts,
  title: "under another keyring the token is left as it is, the window says whose it is, and back again it is read",
};

export const desktopTroubles: readonly DesktopTrouble[] = [
  {
    happens: "The desktop shows no tray icons",
    says: (texts) => texts.trayMissing,
    shownBy: { file: parts, title: "the window opens, explains, and offers everything that the menu does" },
  },
  {
    happens: "There is no keyring to encrypt the token",
    says: (texts) => texts.memoryWithoutKeyring,
    shownBy: { file: "tests/e2e/life.test.ts", title: "keeps the token in memory, says so in tray and window" },
  },
  {
    happens: "The disk refuses the token",
    says: (texts) => texts.memoryAfterWriteFailure,
    shownBy: {
      file: store,
      title: "keeps the token in memory where the disk refuses it, and says so in window and tray",
    },
  },
  {
    happens: "There is no keyring to decrypt the token",
    says: (texts) => texts.unreadable({ reason: "no-keyring" }),
    shownBy: underAnother,
  },
  {
    happens: "The token was encrypted by another keyring",
    says: (texts) => texts.unreadable({ reason: "other-keyring", ...names }),
    shownBy: underAnother,
  },
  {
    happens: "The keyring has another key now",
    says: (texts) => texts.unreadable({ reason: "other-key" }),
    shownBy: { file: "tests/e2e/life.test.ts", title: "keeps a ciphertext that the keyring cannot read" },
  },
  {
    happens: "The token's file is damaged",
    says: (texts) => texts.storeProblem("damaged"),
    shownBy: { file: store, title: "a damaged token file is set aside, and the app starts and says so" },
  },
  {
    happens: "The token's file is of a newer version",
    says: (texts) => texts.storeProblem("newer"),
    shownBy: { file: store, title: "a store of a newer version is set aside, and the window says so" },
  },
  {
    happens: "The token's file cannot be reached",
    says: (texts) => texts.storeProblem("unreachable"),
    shownBy: { file: "tests/unit/text-languages.test.ts", title: "every text says something" },
  },
];
