import { expect, test } from "vitest";
import { concealedFormats } from "../../../main/clipboard/concealed-formats.ts";

/** The content of each format in bytes, by the system's name of the format. */
async function contents(platform: NodeJS.Platform): Promise<Record<string, string>> {
  const formats = Object.entries(concealedFormats("eyJ-€", platform)).map(async ([name, blob]) => {
    const bytes = Buffer.from(await blob.arrayBuffer());
    return [name.replace(/^electron application\/osclipboard;format="(.+)"$/, "$1"), bytes.toString("latin1")];
  });
  return Object.fromEntries(await Promise.all(formats));
}

const text = Buffer.from("eyJ-€").toString("latin1");

test.each([
  ["linux", { "text/plain": text, "x-kde-passwordManagerHint": "secret" }],
  ["darwin", { "text/plain": text, "org.nspasteboard.ConcealedType": "secret" }],
  [
    "win32",
    {
      "text/plain": text,
      ExcludeClipboardContentFromMonitorProcessing: "\0\0\0\0",
      CanIncludeInClipboardHistory: "\0\0\0\0",
      CanUploadToCloudClipboard: "\0\0\0\0",
    },
  ],
  ["freebsd", { "text/plain": text }],
] as const)("on %s the text comes with that system's requests to forget it", async (platform, expected) => {
  expect(await contents(platform)).toEqual(expected);
});
