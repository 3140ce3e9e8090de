/** A DWORD of 0, which is how Windows is told "no". */
const no = new Uint8Array(4);

/** What asks clipboard managers to keep nothing, by the platform's names for such formats. */
const requests: Partial<Record<NodeJS.Platform, Record<string, string | Uint8Array<ArrayBuffer>>>> = {
  linux: { "x-kde-passwordManagerHint": "secret" },
  // nspasteboard.org: that it is there counts, not what it holds.
  darwin: { "org.nspasteboard.ConcealedType": "secret" },
  // The first one for programs that watch the clipboard, the others for Windows' own history and its copy on other devices.
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: no,
    CanIncludeInClipboardHistory: no,
    CanUploadToCloudClipboard: no,
  },
};

/** The text with the platform's requests to forget it: the formats of one clipboard entry, by the names that Electron takes. */
export function concealedFormats(text: string, platform: NodeJS.Platform): Record<string, Blob> {
  const asked = Object.entries(requests[platform] ?? {}).map(([name, content]) => {
    return [`electron application/osclipboard;format="${name}"`, new Blob([content])] as const;
  });
  return { "text/plain": new Blob([text], { type: "text/plain" }), ...Object.fromEntries(asked) };
}
