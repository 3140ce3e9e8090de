import { SimulatedComputer, settled } from "./computer.ts";
import { choices, ExpectedReminders } from "./expected-reminders.ts";
import { weathers } from "./expected-renewals.ts";
import { RunningApp } from "./running-app.ts";
import { SimulatedVerifik } from "./verifik.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;
const longestLookMs = hourMs / 2;

const zones = [
  ...["America/Bogota", "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe"],
  ...["Asia/Tokyo", "UTC", "America/Santiago", "Africa/Casablanca"],
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
  readonly #deeds = new Map<string, number>();
  #isKilled = false;

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
  }

  /** Thirty days from the last login that was made in the first ten of them, and then long enough to see what was missed. */
  async live(): Promise<LifeReport> {
    if (this.random() < 0.2) this.#computer.aheadMs = this.#oneOf([-yearMs, -dayMs, dayMs, yearMs]);
    this.#moveTo(this.#oneOf(zones));
    await this.#start();
    if (this.random() < 0.6) await this.#switchRenewal();
    if (this.random() < 0.2) this.#verifik.lifetimeMs = this.#oneOf([hourMs / 2, 3 * hourMs, 3 * dayMs, 8 * dayMs]);
    await this.#logIn();
    if (this.random() < 0.8) await this.#copy();
    const endMs = this.#computer.worldMs + 31 * dayMs + 2 * hourMs;
    while (this.#computer.worldMs < endMs) {
      await this.#run(this.random() ** 3 * 2 * dayMs);
      await this.#something();
    }
    // The clock is set right at last, the desktop shows notifications, and the app runs on past its token's expiry.
    this.#setClock(-this.#computer.aheadMs);
    this.#expected.notificationServer = true;
    const token = this.#app.session.state.token;
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

  get #app(): RunningApp {
    if (!this.#expected.app) throw new Error("The app does not run.");
    return this.#expected.app;
  }

  async #something(): Promise<void> {
    const deeds: readonly [string, number, () => Promise<void> | void][] = [
      ["sleep", 8, () => this.#sleep(this.random() ** 3 * 6 * dayMs)],
      ["restart", 4, () => this.#restart()],
      ["clock set by a day", 2, () => this.#setClock(this.#oneOf([-dayMs, dayMs]))],
      ["clock set by a year", 1, () => this.#setClock(this.#oneOf([-yearMs, yearMs]))],
      ["clock set a little", 2, () => this.#setClock((this.random() - 0.5) * hourMs)],
      ["clock set right", 5, () => this.#setClock(-this.#computer.aheadMs)],
      ["zone", 3, () => this.#moveTo(this.#oneOf(zones))],
      ["setting", 4, () => this.#choose()],
      ["renewal", 2, () => this.#call(() => this.#app.session.renewToken(this.#oneOf([1, 1, 1, 1, 2, 2, 12])))],
      ["revocation", 0.3, () => this.#revoke()],
      ["check", 2, () => this.#call(() => this.#app.session.checkToken())],
      ["login", 1, () => this.#logIn()],
      ["log-out and login", 0.4, () => this.#logOutAndIn()],
      ["notification server", 2, () => this.#switchNotifications()],
      ["copy", 0.5, () => this.#copy()],
      ["copy dismissed", 0.3, () => this.#dismissCopy()],
      ["disk", 1, () => this.#switchDisk()],
      ["automatic renewal", 2, () => this.#switchRenewal()],
      ["weather", 4, () => this.#changeWeather()],
    ];
    const total = deeds.reduce((sum, [, weight]) => sum + weight, 0);
    let at = this.random() * total;
    for (const [name, weight, deed] of deeds) {
      at -= weight;
      if (at >= 0) continue;
      this.#deeds.set(name, (this.#deeds.get(name) ?? 0) + 1);
      await deed();
      await settled();
      return this.#expected.look();
    }
  }

  async #run(ms: number): Promise<void> {
    for (let leftMs = ms; leftMs > 0; leftMs -= longestLookMs) {
      await this.#computer.run(Math.min(leftMs, longestLookMs));
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
    if (this.random() < 0.5) await this.#app.session.finish();
    this.#computer.off(this.random() < 0.5 ? minuteMs : this.random() ** 2 * 5 * dayMs);
    await this.#start();
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

  async #choose(): Promise<void> {
    const { settings } = this.#app.settings;
    const before = choices(settings);
    const lead = this.#oneOf(["7-days", "1-day", "1-hour", "expiry"] as const);
    await this.#app.commands.changeSettings(
      this.random() < 0.5
        ? { reminders: { ...settings.reminders, [lead]: !settings.reminders[lead] } }
        : { ownReminder: { enabled: this.random() < 0.7, days: 1 + Math.floor(this.random() * 40) } },
    );
    this.#expected.settingsChanged(before);
  }

  /** Of Verifik, which now and then does not do it. */
  async #call(call: () => Promise<unknown>): Promise<void> {
    const chance = this.random();
    this.#verifik.nextFailure = chance < 0.15 ? { kind: "timed-out" } : undefined;
    if (chance > 0.9) this.#verifik.nextFailure = { kind: "token-rejected", status: 401 };
    this.#verifik.byHand = true;
    await call();
    this.#verifik.byHand = false;
    this.#verifik.nextFailure = undefined;
    this.#expected.obtained();
    this.#expected.disturbed();
  }

  async #logIn(): Promise<void> {
    await this.#app.logIn();
    await settled();
    this.#expected.obtained();
    this.#expected.disturbed();
    // A code of its own, and not before the cool-down is over.
    await this.#run(3 * minuteMs);
  }

  async #revoke(): Promise<void> {
    await this.#call(async () => {
      const before = this.#app.session.state.token;
      const revoked = await this.#app.session.revokeTokens();
      if (revoked.ok && before.kind === "kept") this.#expected.copyEnded();
    });
  }

  async #copy(): Promise<void> {
    const { ok: isCopied } = await this.#app.commands.copyToken("token");
    if (isCopied) this.#expected.copied();
  }

  #dismissCopy(): void {
    this.#app.session.copies.dismiss();
    this.#expected.copyEnded();
  }

  /** The app stores within an hour what a full disk refused. If it is killed before, that is lost. */
  async #switchDisk(): Promise<void> {
    this.#computer.diskFull = !this.#computer.diskFull;
    if (!this.#computer.diskFull) await this.#run(2 * hourMs);
  }

  async #logOutAndIn(): Promise<void> {
    await this.#app.commands.logOut();
    this.#expected.copyEnded();
    await this.#run(this.random() * 2 * hourMs);
    await this.#logIn();
  }

  async #switchRenewal(): Promise<void> {
    const isOn = this.#app.settings.settings.automaticRenewal === "on";
    await this.#app.commands.changeSettings({ automaticRenewal: isOn ? "off" : "on" });
    this.#expected.renewals.paused();
    this.#expected.obtained();
    this.#expected.disturbed();
  }

  #changeWeather(): void {
    this.#expected.renewals.weather = this.#oneOf(weathers);
  }

  #switchNotifications(): void {
    this.#expected.notificationServer = !this.#expected.notificationServer;
    this.#expected.disturbed();
  }

  #oneOf<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)] as Item;
  }
}
