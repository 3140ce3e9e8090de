import { processTree, readIfThere } from "../../desktop-lab/process/process-tree.ts";
import { expect, test } from "../fixtures/app-test.ts";

test("on Linux calls and a window make no process for the network alone", async ({ launchLoggedIn }) => {
  const { app } = await launchLoggedIn();
  const pids = processTree(app.electron.process().pid ?? 0);
  const commands = pids.map((pid) => readIfThere(`/proc/${pid}/cmdline`) ?? "");
  expect(commands.filter((command) => command.includes("--type=renderer"))).toHaveLength(1);
  expect(commands.filter((command) => command.includes("network.mojom"))).toEqual([]);
});
