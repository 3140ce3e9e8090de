import { wordsOf, X11Connection } from "../system/x11-connection.ts";

export type X11Selection = "CLIPBOARD" | "PRIMARY";

/** Numbers of the X protocol: https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html */
const changeProperty = 18;
const getProperty = 20;
const setSelectionOwner = 22;
const getSelectionOwner = 23;
const convertSelection = 24;
const sendEvent = 25;
const selectionRequest = 30;
const selectionNotify = 31;
const atomType = 4;
const now = 0;
/** In words of four bytes. No text of ours is that long; of a longer one only the beginning is read. */
const longestText = 16 * 1024;

/**
 * The text of a selection as another program reads it, "" if it has none. Chromium's own read would block the process for as
 * long as the owner is silent. Rejects with an AbortError at `signal`.
 */
export async function readSelection(
  selection: X11Selection,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string> {
  const connection = await X11Connection.open(env, signal);
  try {
    const source = await connection.atom(selection);
    const utf8 = await connection.atom("UTF8_STRING");
    connection.send(getSelectionOwner, 0, source);
    if ((await connection.reply()).readUInt32LE(8) === 0) return "";
    // The owner puts the text into a property of our window. We give that the type's name.
    connection.send(convertSelection, 0, connection.window, source, utf8, utf8, now);
    const property = (await connection.event(selectionNotify)).readUInt32LE(20);
    if (property === 0) return "";
    connection.send(getProperty, 0, connection.window, property, utf8, 0, longestText);
    const answer = await connection.reply();
    return answer.subarray(32, 32 + answer.readUInt32LE(16)).toString("utf8");
  } finally {
    connection.close();
  }
}

/**
 * Takes the selections over and offers `text` instead until `signal`. Then they have no owner, except those that another
 * program has taken meanwhile. Resolves once they are taken over; `ended` resolves when the offer is over.
 */
export async function offerInstead(
  selections: readonly X11Selection[],
  text: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<{ readonly ended: Promise<void> }> {
  const connection = await X11Connection.open(env, signal);
  for (const selection of selections) {
    connection.send(setSelectionOwner, 0, connection.window, await connection.atom(selection), now);
  }
  // The server answers in order, so the selections are ours when it answers this.
  const [targets, utf8] = [await connection.atom("TARGETS"), await connection.atom("UTF8_STRING")];
  return { ended: answerRequests(connection, targets, utf8, text) };
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
