import type { RunningSubject } from "./running-subject.ts";
import type { ActingSubject } from "./subject.ts";
import { XClipboard } from "./x11/x-clipboard.ts";
import { XConnection } from "./x11/x-connection.ts";
import { closeFocusedWindow, focusedWindow, shownAtMs } from "./x11/x-screen.ts";

/** From the click in the menu until another process has read the text; ms. */
export async function measureCopy(running: RunningSubject, subject: ActingSubject): Promise<number> {
  return withX(subject, async (connection) => {
    const clipboard = await XClipboard.open(connection);
    const readable = clipboard.readableAtMs(subject.copies);
    const [clickedAtMs, readableAtMs] = await Promise.all([running.click(subject.copyLabel), readable]);
    return readableAtMs - clickedAtMs;
  });
}

/** From the click in the menu until the window is painted and has the keys; ms. Leaves it open. */
export async function measureOpening(running: RunningSubject, subject: ActingSubject): Promise<number> {
  return withX(subject, async (connection) => {
    if ((await focusedWindow(connection)) !== undefined) throw new Error("Another window has the focus.");
    const [clickedAtMs, openedAtMs] = await Promise.all([
      running.click(subject.openLabel),
      shownAtMs(connection, subject.opened),
    ]);
    return openedAtMs - clickedAtMs;
  });
}

/** Closes the window as a person does; resolves when it has gone. */
export async function closeWindow(subject: ActingSubject): Promise<void> {
  await withX(subject, closeFocusedWindow);
}

async function withX<Value>(
  { desktop }: ActingSubject,
  act: (connection: XConnection) => Promise<Value>,
): Promise<Value> {
  const connection = await XConnection.open(desktop.env);
  try {
    return await act(connection);
  } finally {
    connection.close();
  }
}
