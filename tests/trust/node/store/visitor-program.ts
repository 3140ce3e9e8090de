import { openNumbered, type StoreName } from "./numbered-states.ts";

/** The result of opening the store and storing something, and the state that the next start finds. */
export interface Visit {
  readonly problem: string | undefined;
  readonly found: number | undefined;
  readonly stored: boolean;
  readonly next: number | undefined;
  readonly nextProblem: string | undefined;
}

/** The number of the state that a visit stores. */
export const visited = 4242;

const [name, ...folders] = process.argv.slice(2) as [StoreName, ...string[]];
for (const folder of folders) console.log(JSON.stringify(await visit(name, folder)));

async function visit(name: StoreName, folder: string): Promise<Visit> {
  const store = openNumbered(name, folder);
  const problem = store.problem();
  const found = store.number();
  let stored = true;
  try {
    await store.write(visited);
  } catch {
    stored = false;
  }
  const next = openNumbered(name, folder);
  return { problem, found, stored, next: next.number(), nextProblem: next.problem() };
}
