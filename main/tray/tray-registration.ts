import pLimit from "p-limit";
import type { Clock } from "../../domain/ports.ts";
import type { DesktopServices, TrayState } from "../system/desktop-services.ts";

/** Electron registers a new icon asynchronously. A host that has not listed it after this time did not get it. */
const registersWithinMs = 1_000;
const pollMs = 100;
/** A host that refuses the icon twice will not take it. */
const mostRecreations = 2;

/**
 * Ensures that the tray host has our icon. Electron does not register with a host that comes after the icon
 * (https://github.com/pop-os/cosmic-panel/issues/284), so such a host gets the icon anew, and so does one that lists a dead
 * icon. An icon that answers is never created again.
 */
export class TrayRegistration {
  readonly #oneAtATime = pLimit(1);
  #recreations = 0;
  #queued = false;
  #shown = false;
  #onChanged: (shown: boolean) => void = () => {};

  constructor(
    private readonly desktop: Pick<DesktopServices, "trayState" | "onTrayChanged">,
    private readonly clock: Clock,
    private readonly tray: { recreate(): void },
  ) {
    desktop.onTrayChanged((isNewHost) => {
      if (isNewHost) this.#recreations = 0;
      void this.check();
    });
  }

  /** True if the last check found the icon in the tray. */
  get shown(): boolean {
    return this.#shown;
  }

  /** Calls back when `shown` has changed. */
  onChanged(listener: (shown: boolean) => void): void {
    this.#onChanged = listener;
  }

  /** Asks once whether the icon is shown, without repairing it. */
  async look(): Promise<void> {
    this.#shown = (await this.desktop.trayState()) === "shown";
  }

  /** Checks that the icon is shown, and repairs it. Resolves once that is known: usually at once, else after some seconds. */
  check(): Promise<void> {
    // A check that has not begun yet sees what this one would see.
    if (this.#queued) return this.#oneAtATime(async () => {});
    this.#queued = true;
    return this.#oneAtATime(async () => {
      this.#queued = false;
      const shown = (await this.#repairedState()) === "shown";
      if (shown === this.#shown) return;
      this.#shown = shown;
      this.#onChanged(shown);
    });
  }

  async #repairedState(): Promise<TrayState> {
    let state = await this.#settledState();
    while (state === "unregistered" && this.#recreations < mostRecreations) {
      this.#recreations += 1;
      this.tray.recreate();
      state = await this.#settledState();
    }
    return state;
  }

  async #settledState(): Promise<TrayState> {
    const deadlineMs = this.clock.elapsedMs() + registersWithinMs;
    let state = await this.desktop.trayState();
    while (state === "unregistered" && this.clock.elapsedMs() < deadlineMs) {
      await this.clock.wait(pollMs);
      state = await this.desktop.trayState();
    }
    return state;
  }
}
