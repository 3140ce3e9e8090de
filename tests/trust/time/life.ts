import { oneOf, SimulatedComputer, settled, zones } from "./computer.ts";
import { ExpectedReminders } from "./expected-reminders.ts";
import { slowAnswerMs } from "./expected-renewals.ts";
import { Person } from "./person.ts";
import { RunningApp } from "./running-app.ts";
import { SimulatedVerifik } from "./verifik.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;
const longestLookMs = hourMs / 2;
const longestWaitSeconds = 60;

/** Everything that happens in the lives, by the name that it is counted under. */
export const deedNames = [
  ...["sleep", "restart", "clock set by a day", "clock set by a year", "clock set a little", "clock set right", "zone"],
  ...["setting", "renewal", "revocation", "check", "login", "log-out and login", "notification server", "copy"],
  ...["copy dismissed", "disk", "automatic renewal", "weather"],
  ...["log-out", "login", "revocation", "renewal", "quit"].map((name) => `${name} during a renewal`),
];

export interface LifeReport {
  readonly complaints: readonly string[];
  readonly reminders: number;
  readonly copyReminders: number;
  readonly renewals: number;
  readonly failedRenewals: number;
  readonly tokens: number;
  readonly deeds: ReadonlyMap<string, number>;
}

/** A month and more with the app on a computer: whatever people, clocks, Verifik and the system do in that time. */
export class Life {
  readonly #computer: SimulatedComputer;
  readonly #verifik: SimulatedVerifik;
  readonly #expected: ExpectedReminders;
  readonly #person: Person;
  readonly #deeds = new Map<string, number>();
  #isKilled = false;
  #comesBetween = false;

  constructor(
    private readonly random: () => number,
    private readonly folder: string,
  ) {
    const startMs = Date.UTC(2026, 0, 1) + Math.floor(random() * 2 * yearMs);
    const habits = { timersCountSleep: random() < 0.5, tellsWake: random() < 0.6 };
    this.#computer = new SimulatedComputer(startMs, habits, random);
    this.#verifik = new SimulatedVerifik(() => this.#computer.worldMs);
    this.#expected = new ExpectedReminders(this.#computer, this.#verifik, () => {
      this.#computer.off(0);
      this.#isKilled = true;
    });
    this.#person = new Person(random, this.#verifik, this.#expected);
  }

  /** Thirty days from the last login that was made in the first ten of them, and then long enough to see what was missed. */
  async live(): Promise<LifeReport> {
    if (this.random() < 0.2) this.#computer.aheadMs = oneOf(this.random, [-yearMs, -dayMs, dayMs, yearMs]);
    this.#moveTo(oneOf(this.random, zones));
    await this.#start();
    if (this.random() < 0.6) await this.#person.switchRenewal();
    if (this.random() < 0.2)
      this.#verifik.lifetimeMs = oneOf(this.random, [hourMs / 2, 3 * hourMs, 3 * dayMs, 8 * dayMs]);
    await this.#logIn();
    if (this.random() < 0.8) await this.#person.copy();
    const endMs = this.#computer.worldMs + 31 * dayMs + 2 * hourMs;
    while (this.#computer.worldMs < endMs) {
      await this.#run(this.random() ** 3 * 2 * dayMs);
      await this.#something();
    }
    // The clock is set right at last, the desktop shows notifications, and the app runs on past its token's expiry.
    this.#setClock(-this.#computer.aheadMs);
    this.#expected.notificationServer = true;
    const token = this.#person.app.session.state.token;
    const leftMs = token.kind === "kept" ? token.token.expiresAtMs - this.#computer.nowMs() : 0;
    // Most of a long life is slept through.
    if (leftMs > 40 * dayMs) await this.#sleep(leftMs - 15 * dayMs);
    await this.#run(Math.min(Math.max(leftMs, 0), 40 * dayMs) + 3 * hourMs);
    this.#expected.lookAtOnce();
    const { complaints, remindersSeen, copyRemindersSeen, renewals } = this.#expected;
    return {
      complaints,
      reminders: remindersSeen,
      copyReminders: copyRemindersSeen,
      renewals: renewals.renewals,
      failedRenewals: renewals.failures,
      tokens: this.#verifik.expiries.size,
      deeds: this.#deeds,
    };
  }

  async #something(): Promise<void> {
    const deeds: readonly [string, number, () => Promise<void> | void][] = [
      ["sleep", 8, () => this.#sleep(this.random() ** 3 * 6 * dayMs)],
      ["restart", 4, () => this.#restart()],
      ["clock set by a day", 2, () => this.#setClock(oneOf(this.random, [-dayMs, dayMs]))],
      ["clock set by a year", 1, () => this.#setClock(oneOf(this.random, [-yearMs, yearMs]))],
      ["clock set a little", 2, () => this.#setClock((this.random() - 0.5) * hourMs)],
      ["clock set right", 5, () => this.#setClock(-this.#computer.aheadMs)],
      ["zone", 3, () => this.#moveTo(oneOf(this.random, zones))],
      ["setting", 4, () => this.#person.choose()],
      ["renewal", 2, () => this.#person.renew()],
      ["revocation", 0.3, () => this.#person.revoke()],
      ["check", 2, () => this.#person.call(() => this.#person.app.session.checkToken())],
      ["login", 1, () => this.#logIn()],
      ["log-out and login", 0.4, () => this.#logOutAndIn()],
      ["notification server", 2, () => this.#switchNotifications()],
      ["copy", 0.5, () => this.#person.copy()],
      ["copy dismissed", 0.3, () => this.#person.dismissCopy()],
      ["disk", 1, () => this.#switchDisk()],
      ["automatic renewal", 2, () => this.#person.switchRenewal()],
      ["weather", 12, () => this.#expected.renewals.changeWeather()],
    ];
    const total = deeds.reduce((sum, [, weight]) => sum + weight, 0);
    let at = this.random() * total;
    for (const [name, weight, deed] of deeds) {
      at -= weight;
      if (at >= 0) continue;
      this.#count(name);
      await deed();
      await settled();
      return this.#expected.look();
    }
  }

  get #mayComeBetween(): boolean {
    return this.#expected.renewals.isAnswerSlow && !this.#comesBetween;
  }

  async #run(ms: number): Promise<void> {
    for (let leftMs = ms; leftMs > 0; leftMs -= longestLookMs) {
      await this.#computer.run(Math.min(leftMs, longestLookMs), () => this.#mayComeBetween);
      if (this.#mayComeBetween) await this.#comeBetween();
      if (this.#isKilled) {
        this.#isKilled = false;
        await this.#start();
      }
      this.#expected.look();
    }
  }

  async #start(): Promise<void> {
    const expected = this.#expected;
    expected.disturbed();
    expected.renewals.paused();
    expected.renewals.isAnswerSlow = false;
    const app = await RunningApp.start(this.#computer, this.#verifik, this.folder, {
      get notificationServer() {
        return expected.notificationServer;
      },
      onToken: () => expected.obtained(),
      onReminder: (due, nowMs) => expected.reminded(due, nowMs),
      onCopyReminder: (due, nowMs) => expected.remindedOfCopy(due, nowMs),
      onStarting: (starting) => {
        expected.app = starting;
      },
    });
    expected.app = app;
    await settled();
  }

  async #restart(): Promise<void> {
    if (this.#computer.diskFull) await this.#switchDisk();
    if (this.random() < 0.5) await this.#person.app.session.finish();
    await this.#startAfter(this.random() < 0.5 ? minuteMs : this.random() ** 2 * 5 * dayMs);
  }

  async #sleep(ms: number): Promise<void> {
    this.#expected.unsettled();
    if (this.#computer.habits.tellsWake) this.#expected.renewals.paused();
    await this.#computer.sleep(ms);
    this.#expected.disturbed();
    if (this.#computer.habits.tellsWake && this.#computer.aheadMs === 0) this.#expected.lookAtOnce();
  }

  #setClock(byMs: number): void {
    this.#computer.aheadMs += Math.floor(byMs);
    this.#expected.renewals.clockSet();
    this.#expected.disturbed();
  }

  #moveTo(zone: string): void {
    // Node and its Intl follow this at once, as they follow the system's zone at the next look.
    process.env.TZ = zone;
    this.#expected.zone = zone;
  }

  /** The app stores within an hour what a full disk refused. If it is killed before, that is lost. */
  async #switchDisk(): Promise<void> {
    this.#computer.diskFull = !this.#computer.diskFull;
    if (!this.#computer.diskFull) await this.#run(2 * hourMs);
  }

  async #logIn(): Promise<void> {
    await this.#person.logIn();
    // A code of its own, and not before the cool-down is over.
    await this.#run(3 * minuteMs);
  }

  async #logOutAndIn(): Promise<void> {
    await this.#person.logOut();
    await this.#run(this.random() * 2 * hourMs);
    await this.#logIn();
  }

  /** Something that comes between a renewal's request and its answer. The computer runs while it waits. */
  async #comeBetween(): Promise<void> {
    this.#comesBetween = true;
    const app = this.#person.app;
    const [name, begin, goOn = () => {}] = oneOf<[string, () => Promise<void>, (() => Promise<void>)?]>(this.random, [
      ["log-out", () => this.#person.logOut(), () => this.#logIn()],
      ["login", () => this.#person.logIn()],
      ["revocation", () => this.#person.revoke()],
      ["renewal", () => this.#person.renew()],
      ["quit", () => app.session.finish(), () => this.#startAfter(minuteMs)],
    ]);
    this.#count(`${name} during a renewal`);
    let isOver = false;
    const done = begin().finally(() => {
      isOver = true;
    });
    for (let seconds = 0; !isOver && seconds <= longestWaitSeconds; seconds += 1) {
      await settled();
      if (!isOver) await this.#computer.run(1_000);
    }
    if (isOver) await done;
    else this.#expected.complaints.push(`${name} during a renewal hangs`);
    await goOn();
    await this.#computer.run(slowAnswerMs);
    this.#comesBetween = false;
  }

  #count(deed: string): void {
    this.#deeds.set(deed, (this.#deeds.get(deed) ?? 0) + 1);
  }

  async #startAfter(ms: number): Promise<void> {
    this.#computer.off(ms);
    await this.#start();
  }

  #switchNotifications(): void {
    this.#expected.notificationServer = !this.#expected.notificationServer;
    this.#expected.disturbed();
  }
}
