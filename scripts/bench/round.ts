import { setTimeout as pass } from "node:timers/promises";
import { closeWindow, measureCopy, measureOpening } from "./actions.ts";
import type { LoggedInApp } from "./logged-in-app.ts";
import { type Memory, treeMemory } from "./proc/memory.ts";
import { RunningSubject } from "./running-subject.ts";
import type { ActingSubject, Subject } from "./subject.ts";

/** The time that what is measured is left alone: it is the condition, not a wait for one. */
const untilIdleMs = 8_000;
const sinceClosedMs = 10_000;

export interface Start {
  readonly iconMs: number;
  readonly cpuToIconMs: number;
}

export interface Acts {
  readonly openMs: number;
  readonly copyMs: number;
}

export interface OfApp {
  readonly statusMs: number;
  readonly idle: Memory;
  /** Some time after the window was closed again. */
  readonly afterWindow: Memory;
}

export interface Round {
  readonly bare: Start & { readonly idle: Memory };
  readonly bareWindow: Start & Acts;
  readonly app: Start & Acts & OfApp;
}

export interface Subjects {
  readonly bare: Subject;
  readonly bareWindow: ActingSubject;
  readonly app: LoggedInApp;
}

/** One after the other, beginning with another one in each round. */
export async function runRound(
  subjects: Subjects,
  number: number,
  pauses = { untilIdleMs, sinceClosedMs },
): Promise<Round> {
  const measured: Partial<{ -readonly [Name in keyof Round]: Round[Name] }> = {};
  const measures = [
    async () => {
      measured.bare = await withRunning(subjects.bare, async (running) => {
        await pass(pauses.untilIdleMs);
        return { ...startOf(running), idle: treeMemory(running.pid) };
      });
    },
    async () => {
      const { bareWindow } = subjects;
      measured.bareWindow = await withRunning(bareWindow, async (running) => {
        await pass(pauses.untilIdleMs);
        const openMs = await openAndClose(running, bareWindow);
        return { ...startOf(running), openMs, copyMs: await measureCopy(running, bareWindow) };
      });
    },
    async () => {
      const { app } = subjects;
      measured.app = await withRunning(app, async (running) => {
        await running.item.waitForMenu((menu) => menu[0]?.label === app.status);
        const statusMs = performance.now() - running.startedAtMs;
        await pass(pauses.untilIdleMs);
        const idle = treeMemory(running.pid);
        const openMs = await openAndClose(running, app);
        await pass(pauses.sinceClosedMs);
        const afterWindow = treeMemory(running.pid);
        return { ...startOf(running), statusMs, idle, openMs, afterWindow, copyMs: await measureCopy(running, app) };
      });
    },
  ];
  for (const [index] of measures.entries()) await measures[(index + number) % measures.length]?.();
  return measured as Round;
}

async function openAndClose(running: RunningSubject, subject: ActingSubject): Promise<number> {
  const openMs = await measureOpening(running, subject);
  await closeWindow(subject);
  return openMs;
}

function startOf({ iconMs, cpuToIconMs }: RunningSubject): Start {
  return { iconMs, cpuToIconMs };
}

async function withRunning<Value>(subject: Subject, use: (running: RunningSubject) => Promise<Value>): Promise<Value> {
  const running = await RunningSubject.start(subject);
  try {
    return await use(running);
  } finally {
    await running.end();
  }
}
