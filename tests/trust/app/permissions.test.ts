import { expect, test } from "../../fixtures/app-test.ts";
import { recordFigure } from "../figures.ts";

/** What a page asks permissions with, each as a click's consequence; the script resolves with what it was given. */
const asked: Readonly<Record<string, string>> = {
  notifications: "Notification.requestPermission()",
  geolocation: "new Promise((given, refused) => navigator.geolocation.getCurrentPosition(given, refused))",
  "clipboard-read": "navigator.clipboard.readText()",
  "clipboard-read of pictures": "navigator.clipboard.read()",
  "clipboard-sanitized-write": "navigator.clipboard.writeText('hostile')",
  "media: microphone": "navigator.mediaDevices.getUserMedia({ audio: true })",
  "media: camera": "navigator.mediaDevices.getUserMedia({ video: true })",
  "display-capture": "navigator.mediaDevices.getDisplayMedia()",
  midi: "navigator.requestMIDIAccess()",
  midiSysex: "navigator.requestMIDIAccess({ sysex: true })",
  pointerLock: "document.body.requestPointerLock()",
  // It is neither granted nor refused.
  fullscreen:
    "Promise.race([document.documentElement.requestFullscreen(), new Promise((resolve) => setTimeout(resolve, 500))]).then(() => document.fullscreenElement !== null)",
  "idle-detection": "IdleDetector.requestPermission()",
  "window-management": "getScreenDetails()",
  "persistent storage": "navigator.storage.persist()",
  "screen-wake-lock": "navigator.wakeLock.request('screen')",
  "local fonts": "queryLocalFonts()",
  fileSystem: "showDirectoryPicker()",
  "opening files": "showOpenFilePicker()",
  "saving files": "showSaveFilePicker()",
  hid: "navigator.hid.requestDevice({ filters: [] })",
  usb: "navigator.usb.requestDevice({ filters: [] })",
  serial: "navigator.serial.requestPort()",
  bluetooth: "navigator.bluetooth.requestDevice({ acceptAllDevices: true })",
  "devices of earlier grants: hid": "navigator.hid.getDevices()",
  "devices of earlier grants: usb": "navigator.usb.getDevices()",
  "devices of earlier grants: serial": "navigator.serial.getPorts()",
  sensors:
    "new Promise((given, refused) => { const sensor = new Accelerometer(); sensor.onreading = given; sensor.onerror = ({ error }) => refused(error); sensor.start(); })",
};

const queried = [
  "accelerometer",
  "background-fetch",
  "background-sync",
  "camera",
  "clipboard-read",
  "clipboard-write",
  "display-capture",
  "geolocation",
  "gyroscope",
  "idle-detection",
  "keyboard-lock",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "notifications",
  "payment-handler",
  "persistent-storage",
  "pointer-lock",
  "screen-wake-lock",
  "speaker-selection",
  "storage-access",
  "window-management",
];

test("the page is denied every permission that there is, asked for or looked up", async ({ launch }) => {
  // Without a microphone and a camera nobody would be asked about them.
  const app = await launch({ args: ["--use-fake-device-for-media-stream"] });
  await app.window();
  const ask = (script: string) =>
    app.electron.evaluate(
      ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script, true),
      `Promise.race([
        (async () => { try { return JSON.stringify(await (${script})) ?? "given"; } catch (error) { return "refused: " + (error.name ?? error.message ?? error.code); } })(),
        new Promise((resolve) => setTimeout(() => resolve("no answer"), 3000)),
      ])`,
    );
  const refusals = /^refused: |^"denied"$|^\[\]$|^false$/;
  const given: string[] = [];
  for (const [name, script] of Object.entries(asked)) {
    const answer = await ask(script);
    if (!refusals.test(answer)) given.push(`${name}: ${answer}`);
  }
  for (const name of queried) {
    const answer = await ask(`navigator.permissions.query({ name: "${name}" }).then(({ state }) => state)`);
    // Chromium does not know all of these names everywhere.
    if (answer !== '"denied"' && answer !== "refused: TypeError") given.push(`${name} looked up: ${answer}`);
  }
  recordFigure({
    part: "leaks",
    item: "permissions the page requests or queries, devices included: all denied",
    tries: Object.keys(asked).length + queried.length,
    failures: given.length,
  });
  expect(given).toEqual([]);
});
