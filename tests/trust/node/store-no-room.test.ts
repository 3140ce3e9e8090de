import { expect, test } from "vitest";
import { hasUserNamespaces } from "../../../desktop-lab/process/user-namespaces.ts";
import { howOften, recordFigure } from "../figures.ts";
import type { Filling } from "./store/filler-program.ts";
import { buildProgram, temporaryFolder } from "./store/programs.ts";

const tries = howOften({ full: 1000, short: 60 });
const longestMs = 240_000;
const item = "a disk without room for the next state: the old one, and the write is refused";

function check({ tries, refused, failures }: Filling): void {
  recordFigure({ part: "losses", item, tries, failures: failures.length });
  expect(failures).toEqual([]);
  // Some writes fit and some do not; otherwise the test proves nothing.
  expect(refused).toBeGreaterThan(tries / 10);
  expect(refused).toBeLessThan((tries * 9) / 10);
}

test.runIf(hasUserNamespaces())(
  "a full disk refuses the write and keeps the old state",
  async () => {
    const program = await buildProgram("filler");
    const folder = temporaryFolder();
    // A file system of 96 kB that only the program sees. Old and new state together fit on it or not.
    const small = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"];
    const mounted = [...small, 'mount -t tmpfs -o size=96k,mode=700 tmpfs "$0" && exec "$@"', folder];
    check(JSON.parse(await program.outcome([folder, String(tries), "60000"], longestMs, mounted)));
  },
  longestMs,
);

test(
  "a limit on the size of files refuses the write and keeps the old state",
  async () => {
    const program = await buildProgram("filler");
    // 64 blocks of 512 bytes: about half of the states are larger.
    const limited = ["sh", "-c", 'ulimit -f 64 && exec "$0" "$@"'];
    check(JSON.parse(await program.outcome([temporaryFolder(), String(tries), "48000"], longestMs, limited)));
  },
  longestMs,
);
