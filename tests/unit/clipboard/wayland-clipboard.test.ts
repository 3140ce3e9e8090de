import { expect, test } from "vitest";
import { err, ok } from "../../../domain/result.ts";
import { WaylandClipboard } from "../../../main/clipboard/wayland-clipboard.ts";

/** Records the calls of a clipboard whose parts accept or refuse the text. */
function clipboardWith({ wlCopy, focus }: { wlCopy: boolean; focus: boolean }) {
  const done: string[] = [];
  const note =
    <Value>(what: string, value: Value) =>
    async () => {
      done.push(what);
      return value;
    };
  const clipboard = new WaylandClipboard(
    { write: note("wl-copy", wlCopy), clear: note("wl-copy clears", undefined) },
    { write: note("Electron", ok(undefined)), clear: note("Electron clears", undefined) },
    () => focus,
  );
  return { clipboard, done };
}

test.each([
  [{ wlCopy: true, focus: false }, ["wl-copy"], ok(undefined)],
  [{ wlCopy: true, focus: true }, ["wl-copy"], ok(undefined)],
  [{ wlCopy: false, focus: true }, ["wl-copy", "Electron"], ok(undefined)],
  [{ wlCopy: false, focus: false }, ["wl-copy"], err({ kind: "clipboard-needs-focus" })],
])("with %o", async (parts, expected, answer) => {
  const { clipboard, done } = clipboardWith(parts);
  expect(await clipboard.write("token")).toEqual(answer);
  expect(done).toEqual(expected);
});

test("clears both clipboards, because either may have the token", async () => {
  const { clipboard, done } = clipboardWith({ wlCopy: true, focus: true });
  await clipboard.clear(["token"]);
  expect(done).toEqual(["wl-copy clears", "Electron clears"]);
});
