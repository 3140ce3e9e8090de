import { readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { TokenFile } from "../../../../main/storage/token-file.ts";
import { TokenStore } from "../../../../main/storage/token-store.ts";

export interface Filling {
  readonly tries: number;
  /** How many writes the disk refused. */
  readonly refused: number;
  readonly failures: readonly string[];
}

const [folder, times, largestBytes] = process.argv.slice(2) as [string, string, string];
// The system announces a limit on the size of files by a signal, which would end the process.
process.on("SIGXFSZ", () => {});
console.log(JSON.stringify(fill()));

/** Stores contents of random size. After each write the new content is there, or the write was refused and the old content is there. */
function fill(): Filling {
  const store = new TokenStore(folder, 0);
  let last = store.content;
  let refused = 0;
  const failures: string[] = [];
  for (let time = 0; time < Number(times); time += 1) {
    const content = contentOf(time, Math.ceil(Math.random() * Number(largestBytes)));
    try {
      store.change(() => content);
      last = content;
    } catch {
      refused += 1;
    }
    const next = new TokenStore(folder, 0);
    if (next.problem) failures.push(`${time}: ${next.problem}`);
    else if (!isDeepStrictEqual(next.content, last)) failures.push(`${time}: neither the old state nor the new one`);
    const names = readdirSync(folder).filter((name) => name !== "token.json");
    if (names.length > 0) failures.push(`${time}: left behind: ${names}`);
  }
  return { tries: Number(times), refused, failures };
}

function contentOf(time: number, bytes: number): TokenFile {
  const record = {
    ciphertext: Buffer.alloc(bytes, `${time} `).toString("base64"),
    keyring: "gnome_libsecret",
    obtainedAtMs: time,
    expiresAtMs: time,
    expiryEstimated: false,
    maskedPhone: "",
    rejected: false,
    remindersDone: [],
  };
  return { schemaVersion: 1, tokens: { "https://api.example": record }, keptAside: [], numbers: {} };
}
