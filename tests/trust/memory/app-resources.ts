import { readdirSync, readlinkSync } from "node:fs";
import type { TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import { processTree, readIfThere } from "../../../desktop-lab/process/process-tree.ts";

/** The bytes of the main process's JavaScript heap and buffers after garbage collections. */
export async function heapBytes({ electron }: TrayApp): Promise<number> {
  return electron.evaluate(async () => {
    const { gc } = globalThis as unknown as { gc: () => void };
    // Finalizers of the first collection run before the second one.
    gc();
    await new Promise(setImmediate);
    gc();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  });
}

/** The main process's memory as proportional set size (PSS), in bytes. */
export function pssBytes(pid: number): number {
  const rollup = readIfThere(`/proc/${pid}/smaps_rollup`) ?? "";
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]) * 1024;
}

/** Counts resources that could leak: listeners, timers, handles and windows of the main process, and sockets of all processes. */
export async function resourcesOf({ electron }: TrayApp): Promise<Record<string, number>> {
  const counts = await electron.evaluate((modules) => {
    type Emitter = NodeJS.EventEmitter | undefined;
    const { app, BrowserWindow, ipcMain, nativeTheme, powerMonitor, screen, session } = modules;
    const windows = BrowserWindow.getAllWindows();
    const emitters: Record<string, Emitter> = {
      ...{ app, ipcMain, nativeTheme, powerMonitor, screen, process },
      "posts' session": session.fromPartition("verifik-posts-0"),
      "window's session": session.fromPartition("login-window"),
      "GETs' session": session.fromPartition("verifik-gets"),
      window: windows[0],
      contents: windows[0]?.webContents,
    };
    const counts: Record<string, number> = { windows: windows.length };
    for (const [name, emitter] of Object.entries(emitters)) {
      for (const event of emitter?.eventNames() ?? []) {
        counts[`${name}: ${String(event)}`] = emitter?.listenerCount(event) ?? 0;
      }
    }
    for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  });
  return { ...counts, sockets: socketsOf(electron.process().pid ?? 0) };
}

function socketsOf(root: number): number {
  return processTree(root)
    .flatMap(openFiles)
    .filter((target) => target.startsWith("socket:")).length;
}

function openFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
      } catch {
        // The descriptor was closed meanwhile.
        return [];
      }
    });
  } catch {
    // The process has ended, or its sandbox hides it even from its user; then it has no network.
    return [];
  }
}

/** The resources of which there are more than before. */
export function leftOver(before: Record<string, number>, now: Record<string, number>): Record<string, number> {
  const more = Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(more.filter(([, count]) => count > 0));
}
