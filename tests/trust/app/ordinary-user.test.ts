import { readFileSync } from "node:fs";
import { expect, test } from "../../fixtures/app-test.ts";
import { processTree } from "../canary/process-watch.ts";
import { recordFigure } from "../figures.ts";

/** The value of a line of `/proc/PID/status`. */
function status(pid: number, name: string): string {
  const line = readFileSync(`/proc/${pid}/status`, "utf8")
    .split("\n")
    .find((line) => line.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? "";
}

function isRenderer(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer");
}

test("the suite runs the app as an ordinary user, with Chromium's sandbox on", async ({ launch }) => {
  const app = await launch();
  await app.window();
  const pid = app.electron.process().pid ?? 0;
  const processes = processTree(pid);
  const renderers = processes.filter(isRenderer);
  const asRoot = processes.filter((one) => status(one, "Uid").split(/\s+/).includes("0"));
  // Seccomp's filter is the sandbox's inner wall, the process namespace its outer one.
  const outside = renderers.filter(
    (one) => status(one, "Seccomp") !== "2" || status(one, "NSpid").split(/\s+/).length < 2,
  );
  const switchedOff = processes.filter((one) => readFileSync(`/proc/${one}/cmdline`, "utf8").includes("--no-sandbox"));
  recordFigure({
    part: "leaks",
    item: "the app runs as an ordinary user, its window in Chromium's sandbox",
    tries: processes.length,
    failures: new Set([...asRoot, ...outside, ...switchedOff]).size,
  });
  expect(renderers).toHaveLength(1);
  expect({ asRoot, outside, switchedOff }).toEqual({ asRoot: [], outside: [], switchedOff: [] });
});
