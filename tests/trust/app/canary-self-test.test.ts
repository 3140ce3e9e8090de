import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BusConnection } from "../../../desktop-lab/bus/bus-connection.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { leaksInMessages, leaksInRequests } from "../canary/belongs.ts";
import { BusMonitor } from "../canary/bus-monitor.ts";
import { type Canary, createCanaries } from "../canary/canaries.ts";
import { encodings } from "../canary/encodings.ts";
import { filesBelow, filesSince } from "../canary/file-tree.ts";
import { heapStrings } from "../canary/heap.ts";
import { recordedIpc, recordIpc } from "../canary/ipc-record.ts";
import { countInMemory } from "../canary/memory.ts";
import { newcomer } from "../canary/play.ts";
import { ProcessWatch } from "../canary/process-watch.ts";
import { type Hit, scan } from "../canary/scan.ts";
import { recordFigure } from "../figures.ts";

function namesIn(hits: readonly Hit[]): ReadonlySet<string> {
  return new Set(hits.map(({ canary }) => canary));
}

/** One canary of each kind, with a made-up token. */
function oneOfEach(): readonly Canary[] {
  const canaries = createCanaries(newcomer.phone);
  for (const give of Object.values(canaries.secrets)) give();
  canaries.noteToken(
    `eyJhbGciOiJIUzI1NiJ9.${randomBytes(90).toString("base64url")}.${randomBytes(32).toString("base64url")}`,
  );
  canaries.noteQrCode(`data:image/png;base64,${randomBytes(900).toString("base64")}`);
  return canaries.all();
}

test("each kind of secret is found in each encoding, wherever it stands in other bytes", () => {
  const canaries = oneOfEach();
  const missed: string[] = [];
  let tries = 0;
  for (const canary of canaries) {
    for (const [encoding, encode] of Object.entries(encodings)) {
      for (const hidden of encode(canary.value)) {
        tries += 1;
        const content = Buffer.concat([
          randomBytes(1000),
          Buffer.from(" "),
          hidden,
          Buffer.from(" "),
          randomBytes(1000),
        ]);
        const hits = scan([{ place: "planted", content }], [canary]);
        if (!hits.some((hit) => hit.encoding === encoding || hit.canary === canary.name))
          missed.push(`${canary.name}: ${encoding}`);
      }
    }
    for (const before of [0, 1, 2]) {
      tries += 1;
      const whole = Buffer.concat([randomBytes(before), Buffer.from(canary.value), randomBytes(7)]).toString("base64");
      if (scan([{ place: "planted", content: whole }], [canary]).length === 0)
        missed.push(`${canary.name}: base64 at ${before}`);
    }
  }
  for (const written of [newcomer.displayNumber, "55-1234-5678", "(55) 1234 5678", "55\u00a01234\u00a05678"]) {
    tries += 1;
    if (scan([{ place: "planted", content: written }], canaries).length === 0) missed.push(written);
  }
  recordFigure({
    part: "leaks",
    item: "canary scan: planted secrets found, by encoding",
    tries,
    failures: missed.length,
  });
  expect(missed).toEqual([]);
});

test("what is planted in each place is found there", async ({ desktop, sandbox, launch }, info) => {
  const canaries = oneOfEach();
  const beganAtMs = Date.now();
  const found: Record<string, ReadonlySet<string>> = {};
  const ipcFile = info.outputPath("ipc.jsonl");
  const monitor = await BusMonitor.start(desktop.busAddress);
  const app = await launch();
  const page = await app.window();
  const pid = app.electron.process().pid ?? 0;
  await recordIpc(app.electron, ipcFile);
  const everything = canaries.map(({ value }) => value).join(" ");

  writeFileSync(join(desktop.folder, "config", "planted"), everything);
  found.files = namesIn(scan(filesBelow(desktop.folder), canaries));

  for (const folder of [tmpdir(), "/dev/shm"]) {
    const planted = mkdtempSync(join(folder, "planted-"));
    writeFileSync(join(planted, "file"), everything);
    found[folder] = namesIn(scan(filesSince(folder, beganAtMs, [desktop.folder, info.outputDir]), canaries));
    rmSync(planted, { recursive: true });
  }

  const watch = new ProcessWatch(process.pid);
  const child = spawn("sleep", ["20"], { env: { ...process.env, PLANTED: everything } });
  const shown = spawn("sh", ["-c", "sleep 20", everything]);
  const looked = watch.looks;
  await expect.poll(() => watch.looks).toBeGreaterThan(looked + 2);
  child.kill();
  shown.kill();
  const processes = watch.stop();
  const seenIn = (what: string) => processes.filter(({ place }) => place.startsWith(what));
  found.arguments = namesIn(scan(seenIn("cmdline"), canaries));
  found.environments = namesIn(scan(seenIn("environ"), canaries));

  const connection = await BusConnection.open(desktop.busAddress);
  connection.emit({
    path: "/planted",
    interface: "org.example.Planted",
    member: "Told",
    signature: "s",
    body: [everything],
  });
  await expect.poll(() => monitor.recorded.includes("/planted")).toBe(true);
  connection.close();
  found.bus = namesIn(scan([await monitor.stop()], canaries));

  await page.evaluate((planted) => Object.assign(window, { planted: `${planted} on the heap` }), everything);
  found.heap = namesIn(scan([await heapStrings(page, "heap")], canaries));

  await app.electron.evaluate(({ BrowserWindow }, planted) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send("view-changed-not", planted);
    console.error(planted);
  }, everything);
  await expect.poll(() => app.output).toContain(everything);
  found.messages = namesIn(leaksInMessages(recordedIpc(ipcFile), canaries));
  found.output = namesIn(scan([{ place: "output", content: app.output }], canaries));
  found.memory = new Set([...countInMemory(pid, canaries)].flatMap(([name, count]) => (count > 0 ? [name] : [])));

  await fetch(`${sandbox.origin}/planted?q=${encodeURIComponent(everything)}`);
  await fetch(`${sandbox.origin}/v2/projects/phone-login`, {
    method: "POST",
    body: JSON.stringify({ token: everything }),
  });
  found.requests = namesIn(leaksInRequests(sandbox.requests, canaries));

  const names = new Set(canaries.map(({ name }) => name));
  const blind = Object.entries(found).filter(([, seen]) => seen.size < names.size);
  recordFigure({
    part: "leaks",
    item: "canary scan: places where a planted secret is found",
    tries: Object.keys(found).length,
    failures: blind.length,
  });
  expect(blind.map(([place]) => place)).toEqual([]);
});
