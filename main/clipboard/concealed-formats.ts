/** A DWORD of 0: "no" in Windows' clipboard formats. */
const no = new Uint8Array(4);

/** The platform's clipboard formats that ask clipboard managers to keep nothing. */
const requests: Partial<Record<NodeJS.Platform, Record<string, string | Uint8Array<ArrayBuffer>>>> = {
  linux: { "x-kde-passwordManagerHint": "secret" },
  // nspasteboard.org: the format's presence counts, not its content.
  darwin: { "org.nspasteboard.ConcealedType": "secret" },
  // The first is for clipboard monitors, the others for Windows' own history and its sync to other devices.
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: no,
    CanIncludeInClipboardHistory: no,
    CanUploadToCloudClipboard: no,
  },
};

/** The formats of one clipboard entry, by Electron's names: the text, and the platform's requests to forget it. */
export function concealedFormats(text: string, platform: NodeJS.Platform): Record<string, Blob> {
  const asked = Object.entries(requests[platform] ?? {}).map(([name, content]) => {
    return [`electron application/osclipboard;format="${name}"`, new Blob([content])] as const;
  });
  return { "text/plain": new Blob([text], { type: "text/plain" }), ...Object.fromEntries(asked) };
}
