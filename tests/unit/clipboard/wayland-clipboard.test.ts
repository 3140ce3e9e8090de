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
    {
      write: note("wl-copy", wlCopy),
      clear: note("wl-copy clears", undefined),
      settled: note("wl-copy settles", undefined),
    },
    {
      write: note("Electron", ok(undefined)),
      clear: note("Electron clears", undefined),
      settled: note("Electron settles", undefined),
    },
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

test.each([
  [{ wlCopy: true, focus: true }, ["wl-copy clears"]],
  [{ wlCopy: false, focus: true }, ["wl-copy clears", "Electron clears"]],
])("with %o only a clipboard that may have the token is asked", async (parts, expected) => {
  const { clipboard, done } = clipboardWith(parts);
  await clipboard.write("token");
  done.length = 0;
  await clipboard.clear(["token"]);
  expect(done).toEqual(expected);
});
