import pLimit from "p-limit";
import type { Clock } from "../../domain/ports.ts";
import type { DesktopServices, TrayState } from "../system/desktop-services.ts";

/** Electron registers a new icon asynchronously. A host that has not listed it after five looks in a second did not get it. */
const looks = 5;
const betweenLooksMs = 200;
/** A host that refuses the icon twice will not take it. */
const mostRecreations = 2;

/**
 * Ensures that the tray has our icon. Electron does not register with a host that comes after the icon
 * (https://github.com/pop-os/cosmic-panel/issues/284), so such a host gets the icon anew, and so does one that lists a dead
 * icon. An icon that answers is never created again.
 */
export class TrayRegistration {
  readonly #oneAtATime = pLimit(1);
  #recreations = 0;
  #queued = false;
  #checked = false;
  #state: TrayState = { host: "none", shown: false };
  #onChecked: (state: TrayState, recreations: number) => void = () => {};

  constructor(
    private readonly desktop: Pick<DesktopServices, "trayState" | "onTrayChanged">,
    private readonly clock: Pick<Clock, "wait">,
    private readonly tray: { recreate(): void },
  ) {
    desktop.onTrayChanged((isNewHost) => {
      if (isNewHost) this.#recreations = 0;
      void this.check();
    });
  }

  /** The result of the last check, or of `look`. */
  get state(): TrayState {
    return this.#state;
  }

  /** Calls back after the first check, and after each one with another result; `recreations` counts those for the present host. */
  onChecked(listener: (state: TrayState, recreations: number) => void): void {
    this.#onChecked = listener;
  }

  /** Asks once whether the icon is shown, without repairing it. */
  async look(): Promise<TrayState> {
    this.#state = await this.desktop.trayState();
    return this.#state;
  }

  /** Checks that the icon is shown, and repairs it. Resolves once that is known: usually at once, else after some seconds. */
  check(): Promise<void> {
    // A check that has not begun yet sees what this one would see.
    if (this.#queued) return this.#oneAtATime(async () => {});
    this.#queued = true;
    return this.#oneAtATime(async () => {
      this.#queued = false;
      const state = await this.#repairedState();
      const isNews = !this.#checked || state.host !== this.#state.host || state.shown !== this.#state.shown;
      this.#checked = true;
      this.#state = state;
      if (isNews) this.#onChecked(state, this.#recreations);
    });
  }

  async #repairedState(): Promise<TrayState> {
    let state = await this.#settledState();
    // Electron chooses the kind of tray when it creates the icon.
    if (this.#state.host === "status-notifier" && state.host === "xembed") this.tray.recreate();
    while (isRefused(state) && this.#recreations < mostRecreations) {
      this.#recreations += 1;
      this.tray.recreate();
      state = await this.#settledState();
    }
    return state;
  }

  /** Counts looks, not time: while this process is busy, time passes but the host's answer cannot arrive. */
  async #settledState(): Promise<TrayState> {
    let state = await this.desktop.trayState();
    for (let look = 1; look < looks && isRefused(state); look += 1) {
      await this.clock.wait(betweenLooksMs);
      state = await this.desktop.trayState();
    }
    return state;
  }
}

/** True if a tray is there that does not show our icon. */
export function isRefused({ host, shown }: TrayState): boolean {
  return host !== "none" && !shown;
}
