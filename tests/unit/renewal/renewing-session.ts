import { AutomaticRenewal } from "../../../domain/renewal/automatic-renewal.ts";
import { plannedRenewalAtMs } from "../../../domain/renewal/renewal-plan.ts";
import type { Settings } from "../../../domain/settings.ts";
import { defaultSettings } from "../../../domain/settings.ts";
import { loggedInSession } from "../../fixtures/session-fakes.ts";

/** Settings that a test changes. */
export class FakeSettings {
  settings: Settings = { ...defaultSettings, automaticRenewal: "on" };
  readonly #listeners: (() => void)[] = [];

  onChanged(listener: () => void) {
    this.#listeners.push(listener);
    return () => {};
  }

  choose(automaticRenewal: "on" | "off"): void {
    this.settings = { ...this.settings, automaticRenewal };
    for (const listener of this.#listeners) listener();
  }
}

/** A token of 30 days that renews itself, and chance that is always in the middle: a pause of 90 seconds. */
export async function renewingSession() {
  const started = await loggedInSession();
  const settings = new FakeSettings();
  const renewal = new AutomaticRenewal(started.session, settings, started.clock, () => 0.5);
  const { token } = started.session.state;
  if (token.kind !== "kept") throw new Error("Nobody is logged in.");
  const untilDueMs = (plannedRenewalAtMs(token.token) ?? Number.NaN) - started.clock.nowMs();
  return { ...started, settings, renewal, untilDueMs };
}

/** As above, at the moment when the renewal is due. */
export async function dueRenewal() {
  const started = await renewingSession();
  started.clock.pass(started.untilDueMs);
  return started;
}
