import { join } from "node:path";
import { describeMachine, writeLastRun } from "../last-run.mjs";
import { ordinaryUserPlace } from "./ordinary-user.mjs";
import { runPlaywright, runVitest } from "./suites.mjs";
import { readFigures, trustTable } from "./trust-table.mjs";

/**
 * Runs the trust suite as an ordinary user, with Chromium's sandbox on, and prints its table.
 *
 * @param {"full" | "short"} form as often as docs/trust.md says, or a few times to see that the tests are well
 * @param {import("../runtime.mjs").Runtime} runtime
 * @param {{ writesPage?: boolean }} [options] `writesPage`: into docs/trust.md, if nothing failed
 * @returns {{ name: string, tally: import("./suites.mjs").Tally }[]}
 */
export function runTrustSuite(form, { binary, version }, { writesPage = false } = {}) {
  const place = ordinaryUserPlace(binary);
  try {
    const figuresFile = join(place.figures, "trust.jsonl");
    const env = {
      ...process.env,
      VERIFIK_TRAY_ELECTRON: place.electron,
      VERIFIK_TRAY_TRUST: form,
      // With the tests that `npm test` leaves to `npm run test:all`.
      ...(form === "full" ? { VERIFIK_TRAY_TEST_ALL: "1" } : {}),
      VERIFIK_TRAY_TRUST_FIGURES: figuresFile,
    };
    const suites = [
      { name: `trust, ${form} form, in Node`, tally: runVitest("trust", env, place) },
      { name: `trust, ${form} form, in the app`, tally: runPlaywright("trust", env, place) },
    ];
    const figures = readFigures(figuresFile);
    const table = trustTable(figures);
    console.log(`\n${table}`);
    const failedTests = suites.reduce((sum, { tally }) => sum + tally.failed, 0);
    if (failedTests > 0) {
      console.log(`\n${failedTests} failed: what a test tried before it ended early may have no row in this table.`);
    }
    const failed = failedTests > 0 || figures.some(({ failures }) => failures > 0);
    if (writesPage && !failed) {
      const date = new Date().toISOString().slice(0, 10);
      const text = [`\`npm run test:trust\`, ${date}, Electron ${version}. ${describeMachine()}.`, "", table].join(
        "\n",
      );
      writeLastRun("docs/trust.md", "npm run test:trust -- --write", text);
    }
    // A figure that says what no assertion said.
    return failed && failedTests === 0
      ? [...suites, { name: "trust, figures", tally: { passed: 0, failed: 1 } }]
      : suites;
  } finally {
    place.remove();
  }
}
