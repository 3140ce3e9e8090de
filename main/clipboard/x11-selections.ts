import { wordsOf, X11Connection } from "../system/x11-connection.ts";

export type X11Selection = "CLIPBOARD" | "PRIMARY";

/** Numbers of the X protocol: https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html */
const changeWindowAttributes = 2;
const changeProperty = 18;
const getProperty = 20;
const setSelectionOwner = 22;
const getSelectionOwner = 23;
const convertSelection = 24;
const sendEvent = 25;
const propertyNotify = 28;
const selectionRequest = 30;
const selectionNotify = 31;
const atomType = 4;
const append = 2;
const eventMask = 0x800;
const propertyChange = 0x40_0000;
const now = 0;
/** In words of four bytes. No text of ours is that long; of a longer one only the beginning is read. */
const longestText = 16 * 1024;

/** A selection's text, and the X server's time right before it was read. */
export interface ReadSelection {
  readonly selection: X11Selection;
  readonly text: string;
  readonly time: number;
}

/**
 * The text of a selection as another program reads it, "" if it has none. Chromium's own read would block the process for as
 * long as the owner is silent. Rejects with an AbortError at `signal`.
 */
export async function readSelection(
  selection: X11Selection,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ReadSelection> {
  const connection = await X11Connection.open(env, signal);
  try {
    const [source, utf8] = [await connection.atom(selection), await connection.atom("UTF8_STRING")];
    const time = await timeNow(connection, utf8);
    return { selection, text: await readText(connection, source, utf8), time };
  } finally {
    connection.close();
  }
}

/** The X server's time: of the event that a change without content causes at a property of our window. */
async function timeNow(connection: X11Connection, property: number): Promise<number> {
  connection.send(changeWindowAttributes, 0, connection.window, eventMask, propertyChange);
  connection.send(changeProperty, append, connection.window, property, property, 8, 0);
  return (await connection.event(propertyNotify)).readUInt32LE(12);
}

async function readText(connection: X11Connection, source: number, utf8: number): Promise<string> {
  if ((await owner(connection, source)) === 0) return "";
  // The owner puts the text into a property of our window. We give that the type's name.
  connection.send(convertSelection, 0, connection.window, source, utf8, utf8, now);
  const property = (await connection.event(selectionNotify)).readUInt32LE(20);
  if (property === 0) return "";
  connection.send(getProperty, 0, connection.window, property, utf8, 0, longestText);
  const answer = await connection.reply();
  return answer.subarray(32, 32 + answer.readUInt32LE(16)).toString("utf8");
}

/** The number of the window that owns the selection; 0 without one. */
async function owner(connection: X11Connection, selection: number): Promise<number> {
  connection.send(getSelectionOwner, 0, selection);
  return (await connection.reply()).readUInt32LE(8);
}

/**
 * Takes the selections over and offers `text` instead until `signal`. Then they have no owner, except those that another
 * program has taken meanwhile. Taken over "at the time of the read": the X server leaves a selection alone that has a later
 * owner. `areOurs` is false if there was one. `ended` resolves when the offer is over.
 */
export async function offerInstead(
  read: readonly ReadSelection[],
  text: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<{ readonly areOurs: boolean; readonly ended: Promise<void> }> {
  const connection = await X11Connection.open(env, signal);
  let areOurs = true;
  for (const { selection, time } of read) {
    const atom = await connection.atom(selection);
    connection.send(setSelectionOwner, 0, connection.window, atom, time);
    areOurs &&= (await owner(connection, atom)) === connection.window;
  }
  const [targets, utf8] = [await connection.atom("TARGETS"), await connection.atom("UTF8_STRING")];
  return { areOurs, ended: answerRequests(connection, targets, utf8, text) };
}

/** Answers programs that ask for the text or for its types. Resolves when the connection ends. */
async function answerRequests(connection: X11Connection, targets: number, utf8: number, text: string): Promise<void> {
  for (;;) {
    const packet = await connection.packet().catch(() => undefined);
    if (packet === undefined) return;
    // Errors are of programs that asked and have ended.
    if ((packet.readUInt8(0) & 0x7f) !== selectionRequest) continue;
    const [time, , requestor, selection, target, property] = wordsOf(packet.subarray(4)) as RequestFields;
    const put = (type: number, bits: number, count: number, words: readonly number[]) =>
      connection.send(changeProperty, 0, requestor, property, type, bits, count, ...words);
    if (target === targets) put(atomType, 32, 2, [targets, utf8]);
    if (target === utf8) put(utf8, 8, Buffer.byteLength(text), wordsOf(Buffer.from(text)));
    const answered = target === targets || target === utf8 ? property : 0;
    connection.send(sendEvent, 0, requestor, 0, selectionNotify, time, requestor, selection, target, answered, 0, 0);
  }
}

type RequestFields = [
  time: number,
  owner: number,
  requestor: number,
  selection: number,
  target: number,
  property: number,
];
