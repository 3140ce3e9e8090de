import { SingleFlight } from "../../domain/async/single-flight.ts";
import type { Failure, FailureKind } from "../../domain/failure.ts";
import type { Clock } from "../../domain/ports.ts";
import { isNewerThan, type ReleaseVersion, readReleaseVersion } from "../../domain/release-version.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { CurrentSettings } from "../../domain/settings.ts";
import type { UpdateFile, UpdateStore } from "../storage/update-store.ts";
import type { ReleaseFeed } from "./release-feed.ts";

/** The feed is fetched at most once a day. */
const intervalMs = 24 * 60 * 60 * 1000;

interface UpdateCheckParts {
  readonly ownVersion: string;
  readonly settings: CurrentSettings;
  /** Applies until the person chooses. */
  readonly checksByDefault: boolean;
  readonly openStore: () => UpdateStore;
  readonly feed: ReleaseFeed;
  readonly clock: Pick<Clock, "nowMs">;
  readonly onChanged: () => void;
  /** For the log; the person sees nothing. */
  readonly onFailed: (failure: FailureKind) => void;
}

/** Checks for a newer release when `check` is called, and stores the result. It has no timer. */
export class UpdateCheck {
  readonly #parts: UpdateCheckParts;
  readonly #checks = new SingleFlight<void>();
  #opened: UpdateStore | undefined;

  constructor(parts: UpdateCheckParts) {
    this.#parts = parts;
  }

  /** The person's choice, or the default. */
  get isOn(): boolean {
    const { settings, checksByDefault } = this.#parts;
    const { updateCheck } = settings.settings;
    return updateCheck === undefined ? checksByDefault : updateCheck === "on";
  }

  /** The latest release of the last check, if it is newer than this version and the check is on. */
  get newer(): ReleaseVersion | undefined {
    if (!this.isOn) return undefined;
    const latest = readReleaseVersion(this.#store.content.latestVersion ?? "");
    return latest && isNewerThan(this.#parts.ownVersion, latest) ? latest : undefined;
  }

  /** The person has hidden the notice for this release. */
  get isHidden(): boolean {
    return this.newer !== undefined && this.newer.text === this.#store.content.hiddenVersion;
  }

  /** Fetches the feed, unless the check is off or was made within a day. Never rejects. */
  check(): Promise<void> {
    return this.#checks.run(() => this.#check());
  }

  async #check(): Promise<void> {
    const { clock, feed, onChanged, onFailed } = this.#parts;
    if (!this.isOn || !this.#isDue(clock.nowMs())) return;
    // Stored before the request, so that a failing feed is fetched once a day too. If it cannot be stored, nothing is fetched.
    if (!(await this.#save({ lookedAtMs: clock.nowMs() }))) return;
    const latest = await feed();
    if (!latest.ok) onFailed(latest.error.kind);
    else if (await this.#save({ latestVersion: latest.value?.text })) onChanged();
  }

  /** Hides the notice for this release. `settings-not-stored` if the disk refuses. */
  async hide(): Promise<Result<undefined, Failure>> {
    const { newer } = this;
    if (newer && !(await this.#save({ hiddenVersion: newer.text }))) return err({ kind: "settings-not-stored" });
    return ok(undefined);
  }

  #isDue(nowMs: number): boolean {
    const { lookedAtMs } = this.#store.content;
    if (lookedAtMs === undefined) return true;
    // A date in the future means that the clock was wrong then, or is now.
    return nowMs - lookedAtMs >= intervalMs || nowMs < lookedAtMs;
  }

  async #save(changes: Partial<UpdateFile>): Promise<boolean> {
    try {
      await this.#store.change(changes);
      return true;
    } catch {
      this.#parts.onFailed("settings-not-stored");
      return false;
    }
  }

  /** Opened on first use: never if the check is off. */
  get #store(): UpdateStore {
    this.#opened ??= this.#parts.openStore();
    return this.#opened;
  }
}
