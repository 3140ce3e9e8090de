import { oneOf, settled } from "./computer.ts";
import type { ExpectedReminders } from "./expected-reminders.ts";
import { choices } from "./expected-words.ts";
import type { RunningApp } from "./running-app.ts";
import type { SimulatedVerifik } from "./verifik.ts";

/** What a person does with the app, and what is expected after it. */
export class Person {
  constructor(
    private readonly random: () => number,
    private readonly verifik: SimulatedVerifik,
    private readonly expected: ExpectedReminders,
  ) {}

  get app(): RunningApp {
    if (!this.expected.app) throw new Error("The app does not run.");
    return this.expected.app;
  }

  async choose(): Promise<void> {
    const { settings } = this.app.settings;
    const before = choices(settings);
    const lead = oneOf(this.random, ["7-days", "1-day", "1-hour", "expiry"] as const);
    await this.app.commands.changeSettings(
      this.random() < 0.5
        ? { reminders: { ...settings.reminders, [lead]: !settings.reminders[lead] } }
        : { ownReminder: { enabled: this.random() < 0.7, days: 1 + Math.floor(this.random() * 40) } },
    );
    this.expected.settingsChanged(before);
  }

  /** Of Verifik, which now and then does not do it. */
  async call(call: () => Promise<unknown>): Promise<void> {
    const chance = this.random();
    this.verifik.nextFailure = chance < 0.15 ? { kind: "timed-out" } : undefined;
    if (chance > 0.9) this.verifik.nextFailure = { kind: "token-rejected", status: 401 };
    this.verifik.byHand = true;
    await call();
    this.verifik.byHand = false;
    this.verifik.nextFailure = undefined;
    this.expected.obtained();
    this.expected.disturbed();
  }

  async logIn(): Promise<void> {
    await this.app.logIn();
    await settled();
    this.expected.obtained();
    this.expected.disturbed();
  }

  async revoke(): Promise<void> {
    await this.call(async () => {
      const before = this.app.session.state.token;
      const revoked = await this.app.session.revokeTokens();
      if (revoked.ok && before.kind === "kept") this.expected.copyEnded();
    });
  }

  async copy(): Promise<void> {
    const { ok: isCopied } = await this.app.commands.copyToken("token");
    if (isCopied) this.expected.copied();
  }

  dismissCopy(): void {
    this.app.session.copies.dismiss();
    this.expected.copyEnded();
  }

  async switchRenewal(): Promise<void> {
    const isOn = this.app.settings.settings.automaticRenewal === "on";
    await this.app.commands.changeSettings({ automaticRenewal: isOn ? "off" : "on" });
    this.expected.renewals.paused();
    this.expected.obtained();
    this.expected.disturbed();
  }

  async renew(): Promise<void> {
    await this.call(() => this.app.session.renewToken(oneOf(this.random, [1, 1, 1, 1, 2, 2, 12])));
  }

  async logOut(): Promise<void> {
    await this.app.commands.logOut();
    this.expected.copyEnded();
  }
}
