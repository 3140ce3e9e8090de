import pLimit from "p-limit";
import type { Clock } from "../../domain/ports.ts";
import type { DesktopServices, TrayState } from "../system/desktop-services.ts";

/** Electron registers a new icon asynchronously; on a slow computer the host lists it after this time. */
const registersWithinMs = 1_000;
const pollMs = 100;
/** A host that refuses the icon twice will not take it. */
const mostRecreations = 2;

/**
 * Sees to it that the tray host has our icon. Electron looks for a host only when it creates a Tray, so a host that comes
 * later, or that missed the registration, gets the icon anew. An icon that answers is never created again.
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

  /** Checks that the icon is shown, and repairs it. Resolves once that is known, after three seconds at most. */
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
