import { execFile } from "node:child_process";
import { setTimeout as pass } from "node:timers/promises";
import { promisify } from "node:util";
import type { TrayItem } from "../../desktop-lab/tray/tray-item.ts";
import { treeCpuMs, treeMemoryMb } from "./process-use.ts";
import { type Subject, startSubject } from "./subject.ts";

const timeoutMs = 10_000;

export interface Pauses {
  /** From the menu to the measurement of idle memory. */
  readonly idleMs: number;
  /** How long the window stays open. */
  readonly openMs: number;
  /** From the closing of the window to the second measurement of idle memory. */
  readonly closedMs: number;
}

/** One start of a subject. The times to icon and menu begin with the process; the other times begin with a click. */
export interface Measurement {
  readonly iconMs: number;
  readonly menuMs: number;
  readonly cpuToIconMs: number;
  readonly idleMb: number;
  readonly openMs: number;
  readonly closedMb: number;
  readonly copyMs: number;
}

/** Starts the subject, measures it from outside, and ends it. Rejects when a step takes longer than 10 s. */
export async function measureSubject(subject: Subject, pauses: Pauses): Promise<Measurement> {
  const startedAtMs = performance.now();
  const { process, item } = await startSubject(subject);
  const iconMs = performance.now() - startedAtMs;
  try {
    // Before the first call on the bus, because the subject needs CPU time to answer it.
    const cpuToIconMs = treeCpuMs(process.pid);
    await item.waitForMenu((menu) => menu[0]?.label === subject.firstLine);
    const menuMs = performance.now() - startedAtMs;
    await pass(pauses.idleMs);
    const idleMb = treeMemoryMb(process.pid);
    const openMs = await openWindow(subject, item);
    await pass(pauses.openMs);
    await closeWindow(subject);
    await pass(pauses.closedMs);
    const closedMb = treeMemoryMb(process.pid);
    return { iconMs, menuMs, cpuToIconMs, idleMb, openMs, closedMb, copyMs: await copyText(subject, item) };
  } finally {
    await process.end();
  }
}

async function openWindow(subject: Subject, item: TrayItem): Promise<number> {
  if (isPainted(subject)) throw new Error("A window is open already.");
  const clickedAtMs = await item.clickMenu(subject.openLabel);
  return (await reachedAtMs(() => isPainted(subject), "the window is not painted")) - clickedAtMs;
}

async function closeWindow(subject: Subject): Promise<void> {
  await promisify(execFile)("xdotool", ["key", "ctrl+w"], { env: subject.desktop.env });
  await reachedAtMs(() => !isPainted(subject), "the window does not close");
}

function isPainted({ desktop, painted: { x, y, rgb } }: Subject): boolean {
  return desktop.pixel(x, y) === rgb;
}

async function copyText({ desktop, copyLabel, copied }: Subject, item: TrayItem): Promise<number> {
  const isReadable = async () => (await desktop.clipboard.readClipboard()).startsWith(copied);
  const clickedAtMs = await item.clickMenu(copyLabel);
  return (await reachedAtMs(isReadable, "the text cannot be read")) - clickedAtMs;
}

/** Checks every millisecond; resolves with the time at which the condition held, by `performance.now()`. */
async function reachedAtMs(holds: () => boolean | Promise<boolean>, otherwise: string): Promise<number> {
  const giveUpAtMs = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > giveUpAtMs) throw new Error(`After ${timeoutMs} ms: ${otherwise}`);
    await pass(1);
  }
  return performance.now();
}
