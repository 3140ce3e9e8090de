import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication } from "@playwright/test";
import fc from "fast-check";
import { build } from "vite";
import { electronBinary } from "../../../desktop-lab/app/electron-binary.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { howOften, recordFigure } from "../figures.ts";
import { type Answer, answersFor } from "../server/answers.ts";
import { type Endpoint, endpoints } from "../server/calls.ts";
import { checkOutcome, mostRequests } from "../server/check-outcome.ts";
import type { Caller } from "../server/electron-caller.ts";
import { type HostileServer, startHostileServer } from "../server/hostile-server.ts";

const deadlineMs = { ofOneThatMayNotEnd: 150, ofOthers: 5_000 };
const slackMs = 3_000;
const seed = 20_261_125;

/** Builds an app of the product's transport and calls alone, because the product makes a call only when a person triggers it. */
async function buildCaller(folder: string): Promise<void> {
  const { NODE_ENV } = process.env;
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["node"] },
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, "../server/electron-caller.ts"),
      outDir: folder,
      target: "node20",
      rolldownOptions: { external: ["electron", /^node:/], output: { format: "cjs", entryFileNames: "caller.cjs" } },
    },
  });
  // Vite sets it, and the app would inherit it.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "verifik-tray-caller", main: "caller.cjs" }));
}

async function tryAnswer(
  electron: ElectronApplication,
  endpoint: Endpoint,
  server: HostileServer,
  answer: Answer,
): Promise<void> {
  const origin = server.originFor(answer, { refusesGet: endpoint === "renew-by-post" });
  const limitMs = answer.mayNotEnd ? deadlineMs.ofOneThatMayNotEnd : deadlineMs.ofOthers;
  const startedAtMs = performance.now();
  const outcome = await electron.evaluate(
    (_electron, [origin, limitMs, endpoint]) =>
      (globalThis as unknown as Caller).callVerifik(origin, limitMs, endpoint),
    [origin, limitMs, endpoint] as const,
  );
  const tookMs = performance.now() - startedAtMs;
  await server.settled();
  const wrong = checkOutcome(endpoint, answer, outcome);
  if (wrong) throw new Error(`${wrong} (${JSON.stringify(outcome)})`);
  const allowedMs = endpoint.startsWith("renew") ? 2 * limitMs : limitMs;
  if (tookMs > allowedMs + slackMs) throw new Error(`answered after ${Math.round(tookMs)} ms`);
  // Chromium may repeat a GET.
  const isPost = endpoint !== "renew" && endpoint !== "account";
  if (isPost && server.requestCount() > mostRequests(answer)) throw new Error("sent more than once");
}

test("over Electron's network, hostile answers have the same outcomes as over Node's", async ({ desktop }) => {
  const folder = mkdtempSync(join(tmpdir(), "verifik-tray-caller-"));
  const server = await startHostileServer();
  await buildCaller(folder);
  const asRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: electronBinary(),
    args: [folder, ...(asRoot ? ["--no-sandbox"] : []), "--disable-gpu"],
    chromiumSandbox: !asRoot,
    env: { ...desktop.env },
  });
  try {
    const numRuns = howOften({ full: 300, short: 8 });
    const failed: string[] = [];
    let tries = 0;
    for (const endpoint of endpoints) {
      const answers = answersFor(endpoint, "http://127.0.0.1:9");
      const run = await fc.check(
        fc.asyncProperty(answers, (answer) => tryAnswer(electron, endpoint, server, answer)),
        { numRuns, seed, endOnFailure: true },
      );
      tries += run.numRuns;
      if (run.failed) failed.push(`${endpoint}: ${run.errorInstance} ${fc.stringify(run.counterexample)}`);
    }
    // The callers of endless answers hang up.
    await expect
      .poll(() => server.awaited().length, { timeout: 10_000 })
      .toBe(0)
      .catch(() => {});
    const unhandled = await electron.evaluate(() => (globalThis as unknown as Caller).unhandled);
    const awaited = server.awaited().map((answer) => fc.stringify(answer));
    recordFigure({
      part: "losses",
      item: "hostile answers: through Electron's own network, all calls",
      tries,
      failures: failed.length + unhandled.length + awaited.length,
    });
    expect({ failed, unhandled, awaited }).toEqual({ failed: [], unhandled: [], awaited: [] });
  } finally {
    await electron.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
