import { setTimeout as pass } from "node:timers/promises";
import type { Clip } from "../../../desktop-lab/desktop/screenshot.ts";
import { withDeadline } from "../../../desktop-lab/process/condition.ts";
import { internAtom, type XConnection } from "./x-connection.ts";
import { bytes, u16, u32 } from "./x-encoding.ts";

const opcodes = { sendEvent: 25, getInputFocus: 43, getImage: 73 } as const;
const zPixmap = 2;
const clientMessage = 33;
const rgbMask = 0xffffff;
/** The special values for "nowhere" and "wherever the pointer is". */
const pointerRoot = 1;
/** Nobody tells when something was painted. */
const lookEveryMs = 1;
const timeoutMs = 10_000;

/** What a part of the screen has to look like. */
export interface Sight {
  readonly clip: Clip;
  readonly pixels: Buffer;
}

export async function readPixels(connection: XConnection, { x, y, width, height }: Clip): Promise<Buffer> {
  const planes = u32(rgbMask);
  const body = Buffer.concat([u32(connection.rootWindow), u16(x, y, width, height), planes]);
  return (await connection.call(opcodes.getImage, zPixmap, body)).subarray(32, 32 + width * height * 4);
}

/** The window that gets the keys, undefined if none of a program does. */
export async function focusedWindow(connection: XConnection): Promise<number | undefined> {
  const window = (await connection.call(opcodes.getInputFocus, 0, Buffer.alloc(0))).readUInt32LE(8);
  return window <= pointerRoot || window === connection.rootWindow ? undefined : window;
}

/** When the sight was there and a window had the keys, on the clock of `performance.now()`; true to about 1.5 ms. */
export async function shownAtMs(connection: XConnection, { clip, pixels }: Sight): Promise<number> {
  const looks = async () => {
    const [seen, focused] = await Promise.all([readPixels(connection, clip), focusedWindow(connection)]);
    return focused !== undefined && seen.equals(pixels);
  };
  return untilSeen(looks, "the window is not painted and focused");
}

/** Asks the program to close the window that has the focus, as its close button does; resolves when none has it. */
export async function closeFocusedWindow(connection: XConnection): Promise<void> {
  const window = await focusedWindow(connection);
  if (window === undefined) throw new Error("No window has the focus.");
  const protocols = await internAtom(connection, "WM_PROTOCOLS");
  const deleteWindow = await internAtom(connection, "WM_DELETE_WINDOW");
  const message = Buffer.concat([bytes(clientMessage, 32, 0, 0), u32(window, protocols, deleteWindow, 0, 0, 0, 0)]);
  connection.send(opcodes.sendEvent, 0, Buffer.concat([u32(window, 0), message]));
  await untilSeen(async () => (await focusedWindow(connection)) === undefined, "the window does not close");
}

/** Looks often; when it was so, on the clock of `performance.now()`. */
async function untilSeen(looks: () => Promise<boolean>, otherwise: string): Promise<number> {
  let looking = true;
  const look = async (): Promise<number> => {
    while (looking && !(await looks())) await pass(lookEveryMs);
    return performance.now();
  };
  try {
    return await withDeadline(look(), timeoutMs, () => otherwise);
  } finally {
    looking = false;
  }
}
