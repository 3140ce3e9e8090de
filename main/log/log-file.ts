import { chmodSync, constants, lstatSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import electronLog from "electron-log/node";
import type { LogLevel } from "./event.ts";
import { redact } from "./redact.ts";

/** The newest file and the one before it: 512 KiB, some thousand entries. */
const maxBytes = 256 * 1024;
const newest = "verifik-tray.log";
/** electron-log renames a full file to this. */
const older = "verifik-tray.old.log";

// Windows has no such flag.
const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0 } = constants;

export interface LogFile {
  /** Appends one redacted line at once: the last lines before a crash matter most. If the disk refuses, the line is lost. */
  write(level: LogLevel, text: string): void;
  /** Every line, the oldest first. Throws when the newest file cannot be read. */
  read(): string[];
}

/**
 * The log file in this folder. electron-log writes and rotates it, and prints warnings and errors to standard error too. The
 * entry point "electron-log/node" opens no IPC channel; "electron-log" and "electron-log/main" open two that answer any page.
 */
export function openLogFile(folder: string, maxSize = maxBytes): LogFile {
  const path = join(folder, newest);
  const { console, file } = electronLog.transports;
  // electron-log needs a name, though the path does not depend on it.
  file.setAppName("verifik-tray");
  file.resolvePathFn = () => path;
  file.maxSize = maxSize;
  file.format = ({ data, level, message }) => [`${message.date.toISOString()} ${level} ${data[0]}`];
  // Its type knows flags as letters only; Node takes numbers as well.
  const flag = (O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW) as unknown as "a";
  file.writeOptions = { flag, mode: 0o600, encoding: "utf8" };
  console.level = "warn";
  console.format = ({ data, level }) => [`${level}: ${data[0]}`];
  electronLog.hooks = [
    (message) => ({ ...message, data: message.data.map((text) => redact(String(text))) }),
    (message, _transport, name) => (name === "file" && !makeReady(path) ? false : message),
  ];
  return {
    write: (level, text) => electronLog[level](text),
    read: () => [readOlder(folder), readFileSync(path, "utf8")].flatMap((text) => text.split(/\r?\n/).slice(0, -1)),
  };
}

/**
 * Makes the folder and takes other users' permissions away. Returns false if the path is not a regular file: electron-log's
 * first write ignores the flags above, so it would follow a link, and would wait for the reader of a pipe.
 */
function makeReady(path: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && (found.mode & 0o077) !== 0 && found.isFile()) chmodSync(path, 0o600);
    return found === undefined || found.isFile();
  } catch {
    return false;
  }
}

function readOlder(folder: string): string {
  try {
    return readFileSync(join(folder, older), "utf8");
  } catch {
    return "";
  }
}
