import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { runCommand } from "../../../desktop-lab/app/command-run.ts";
import { chooseMore } from "../../../desktop-lab/app/tray-app.ts";
import type { EnrolmentView } from "../../../preload/contract.ts";
import { answerWith } from "../../../sandbox/faults/fault-book.ts";
import { faultTable } from "../../../sandbox/faults/fault-table.ts";
import { expect, test } from "../../fixtures/app-test.ts";
import { SystemDialog } from "../../fixtures/system-dialog.ts";
import { leaksInMessages, leaksInRequests } from "../canary/belongs.ts";
import { BusMonitor } from "../canary/bus-monitor.ts";
import { type CanaryName, createCanaries } from "../canary/canaries.ts";
import { filesBelow, filesSince } from "../canary/file-tree.ts";
import { heapStrings } from "../canary/heap.ts";
import { type IpcMessage, recordedIpc, recordIpc } from "../canary/ipc-record.ts";
import { en, newcomer, Player } from "../canary/play.ts";
import { ProcessWatch } from "../canary/process-watch.ts";
import { type Haystack, type Hit, scan } from "../canary/scan.ts";
import { recordFigure } from "../figures.ts";

const canaries = createCanaries(newcomer.phone);
const weekSeconds = 7 * 24 * 60 * 60;

test.use({
  // Playwright records typed texts too.
  trace: "off",
  // The seven-day reminder is due during the test.
  sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: weekSeconds + 8, secrets: canaries.secrets },
});

interface HeapAt {
  readonly heap: Haystack;
  readonly allowed: readonly CanaryName[];
}

/** Adds the place's leaks to the trust table and returns them. */
function counted(item: string, tries: number, leaks: readonly Hit[]): readonly Hit[] {
  recordFigure({ part: "leaks", item: `canary scan: ${item}`, tries, failures: leaks.length });
  return leaks;
}

test("no secret of a whole life is anywhere but where it belongs", async ({ desktop, sandbox, launch }, info) => {
  test.setTimeout(5 * 60_000);
  const beganAtMs = Date.now();
  const netLog = info.outputPath("net-log.json");
  const ipcFile = info.outputPath("ipc.jsonl");
  const monitor = await BusMonitor.start(desktop.busAddress);
  const app = await launch({ args: [`--log-net-log=${netLog}`] });
  const watch = new ProcessWatch(app.electron.process().pid ?? 0);
  // The recorder wraps the handlers, so they must be there.
  await app.waitUntilLoaded();
  await recordIpc(app.electron, ipcFile);
  const player = new Player(app, desktop, sandbox, canaries);
  const heaps: HeapAt[] = [];
  const keepHeap = async (page: Page, stage: string, allowed: readonly CanaryName[] = []) =>
    heaps.push({ heap: await heapStrings(page, `heap of the window ${stage}`), allowed });

  await test.step("log in, with mistakes, a crash and an enrolment", async () => {
    let page = await app.window();
    await keepHeap(page, "before the login");
    await player.typeNumber(page);
    await player.sendNumber(page);
    await keepHeap(page, "at the code", ["phone"]);
    await player.typeWrongCode(page, "000000", /This code is wrong/);
    sandbox.faults.next("confirm-otp", quotingFault());
    await player.typeWrongCode(page, "000001", /Cannot log in/);
    await keepHeap(page, "after an answer that quotes secrets", ["phone"]);
    page = await player.crashWindow();
    await player.typeCode(page);
    await keepHeap(page, "at the enrolment", ["phone", "otp", "authenticator key", "QR code"]);
    await player.typeWrongCode(page, "000000", /authenticator code is wrong/);
    await player.typeAuthenticatorCode(page);
    await keepHeap(page, "after the login");
  });

  const page = await app.window();
  const printed: Haystack[] = [];
  await test.step("copy, check, renew, revoke, also with faults", async () => {
    await player.copyInAllForms(page);
    for (const [endpoint, fault, label] of [
      ["get-client", faultTable["server-error"].fault, en.checkToken],
      ["get-client", quotingFault(), en.checkToken],
      ["renew-token", quotingFault(), en.renew],
    ] as const) {
      sandbox.faults.next(endpoint, fault);
      await player.ask(page, label);
    }
    await player.ask(page, en.checkToken);
    await page.getByText(en.tokenAccepted).waitFor();
    await player.ask(page, en.renew);
    await page.getByText(/^Renewed\. The new token expires on /).waitFor();
    await player.copyInAllForms(page);
    await chooseMore(page, en.revokeTokens);
    await page.getByRole("button", { name: en.revokeConfirm }).click();
    await page.getByText("All earlier tokens have stopped working, also the one you copied").waitFor();
    await player.copyInAllForms(page);
    await keepHeap(page, "after renewing and revoking");
    await desktop.notifications.next(({ summary }) => summary.startsWith("Verifik token expires in"));
  });

  // The log-out deletes the notes of the renewal.
  const renewalNotes = await test.step("the token renews itself", async () => {
    await app.trayItem.clickMenu(en.automaticRenewal);
    await player.waitForAutomaticRenewal(page);
    await player.copyInAllForms(page);
    await keepHeap(page, "after the automatic renewal");
    return [...filesBelow(desktop.folder)].filter(({ place }) => place.endsWith("token-notes.json"));
  });

  await test.step("an exception in main, and diagnostics", async () => {
    await player.failInMain();
    await app.trayItem.clickMenu(en.settings);
    await page.getByRole("button", { name: en.exportDiagnostics }).click();
    await (await SystemDialog.open(desktop.env, "Save File")).saveAs(join(desktop.folder, "diagnostics.txt"));
    await expect(page.getByRole("status")).toContainText(en.diagnosticsSaved);
  });

  await test.step("a command is refused, gets the token, and tells the status", async () => {
    const env = { ...desktop.env };
    const refused = await runCommand(["token"], env);
    expect(refused.code).toBe(6);
    await page.getByRole("switch", { name: en.commandLine }).check();
    await expect.poll(async () => (await runCommand(["status", "--json"], env)).code).toBe(0);
    const token = await runCommand(["token"], env);
    // Shows that the scan would find it.
    expect(scan([{ place: "token", content: token.stdout }], canaries.all())).not.toEqual([]);
    const status = await runCommand(["status", "--json"], env);
    const other = await runCommand(["token", "--min-valid", "300d", "--format=json"], env);
    const content = [
      refused.stdout,
      refused.stderr,
      token.stderr,
      status.stdout,
      status.stderr,
      other.stdout,
      other.stderr,
    ];
    printed.push({ place: "what commands print beside the token", content: content.join("\n") });
  });

  await test.step("log out, log in once more without a crash, and quit", async () => {
    await app.trayItem.clickMenu(en.logOut);
    await app.waitForStatus(en.notLoggedIn);
    await keepHeap(page, "after logging out");
    await page.getByRole("button", { name: en.useOtherNumber }).click();
    await player.typeNumber(page);
    await player.sendNumber(page);
    await player.typeCode(page);
    await player.typeAuthenticatorCode(page);
    await player.copyInAllForms(page);
    await keepHeap(page, "after the second login");
    expect(await app.quit()).toBe(0);
  });

  const messages = recordedIpc(ipcFile);
  canaries.noteQrCode(shownPicture(messages));
  const all = canaries.all();
  const bus = await monitor.stop();
  const files = [...renewalNotes, ...filesBelow(desktop.folder)];
  const shared = [
    ...filesSince("/tmp", beganAtMs, [desktop.folder, info.outputDir]),
    ...filesSince("/dev/shm", beganAtMs, []),
  ];
  // Other tests of this user log in with the same number, and their codes have six digits too.
  const unmistakable = all.filter(({ value }) => value.length > 12);
  const processes = watch.stop();
  const output = { place: "standard output and error", content: app.output };
  const addresses = [...readFileSync(netLog, "utf8").matchAll(/"url":"(https?:\/\/[^"]+)"/g)].map(
    ([, url]) => url ?? "",
  );
  const elsewhere = addresses.filter((url) => !url.startsWith(`${sandbox.origin}/`));

  expect(new Set(all.map(({ name }) => name)).size).toBe(7);
  expect(existsSync(join(desktop.folder, "diagnostics.txt"))).toBe(true);
  expect(String(bus.content)).toContain("Verifik token expires in");
  // The scan has seen the notes of the automatic renewal and its event.
  const contentOf = (name: string) =>
    files
      .filter(({ place }) => place.endsWith(name))
      .map(({ content }) => String(content))
      .join("");
  expect(contentOf("token-notes.json")).toContain('"renewal"');
  for (const name of ["verifik-tray.log", "diagnostics.txt"])
    expect(contentOf(name)).toContain(" automatic-renewal outcome=renewed");
  const leaks = [
    ...counted("files of profile, log, diagnostics, home and desktop", files.length, scan(files, all)),
    ...counted("other files of the user, in /tmp and /dev/shm", shared.length, scan(shared, unmistakable)),
    ...counted("standard output and error, bytes", app.output.length, scan([output], all)),
    ...counted("what commands print beside the token", 7, scan(printed, all)),
    ...counted("arguments and environments of all processes", watch.looks, scan(processes, all)),
    ...counted("D-Bus, bytes", bus.content.length, scan([bus], all)),
    ...counted("requests to the API", sandbox.requests.length, leaksInRequests(sandbox.requests, all)),
    ...counted("messages between window and main", messages.length, leaksInMessages(messages, all)),
    ...counted(
      "the window's heap",
      heaps.length,
      heaps.flatMap(({ heap, allowed }) => scan([heap], all).filter(({ canary }) => !allowed.includes(canary))),
    ),
  ];
  recordFigure({
    part: "leaks",
    item: "canary scan: requests to other addresses than the API's",
    tries: addresses.length,
    failures: elsewhere.length,
  });
  expect(leaks).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(addresses.length).toBeGreaterThan(10);
});

/** The secrets that the enrolment showed. */
function shownPicture(messages: readonly IpcMessage[]): string {
  const answer = messages.find(
    ({ channel, way, message }) => channel === "get-enrolment" && way === "response" && message,
  );
  return (answer?.message as EnrolmentView | undefined)?.qrCode ?? "";
}

/** An error of a broken server that quotes the request's secrets. */
function quotingFault() {
  const quoted = canaries
    .all()
    .map(({ name, value }) => `${name} ${value}`)
    .join(", ");
  return answerWith(400, { code: "BadRequest", message: `Cannot log in: ${quoted}` });
}
