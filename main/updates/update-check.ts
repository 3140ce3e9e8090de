import type { Failure, FailureKind } from "../../domain/failure.ts";
import type { Clock } from "../../domain/ports.ts";
import { isNewerThan, type ReleaseVersion, readReleaseVersion } from "../../domain/release-version.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { CurrentSettings } from "../../domain/settings.ts";
import type { UpdateFile, UpdateStore } from "../storage/update-store.ts";
import type { ReleaseFeed } from "./release-feed.ts";

/** The feed is asked once in so long at most. */
const intervalMs = 24 * 60 * 60 * 1000;

interface UpdateCheckParts {
  readonly ownVersion: string;
  readonly settings: CurrentSettings;
  /** What holds as long as nothing was chosen. */
  readonly looksByDefault: boolean;
  readonly openStore: () => UpdateStore;
  readonly feed: ReleaseFeed;
  readonly clock: Pick<Clock, "nowMs">;
  readonly onChanged: () => void;
  /** Nobody is bothered with it. */
  readonly onFailed: (why: FailureKind) => void;
}

/** Looks for a newer release when it is told to, and remembers what was found. It has no timer and does nothing by itself. */
export class UpdateCheck {
  readonly #parts: UpdateCheckParts;
  #opened: UpdateStore | undefined;

  constructor(parts: UpdateCheckParts) {
    this.#parts = parts;
  }

  get isOn(): boolean {
    const { settings, looksByDefault } = this.#parts;
    const { updateCheck } = settings.settings;
    return updateCheck === undefined ? looksByDefault : updateCheck === "on";
  }

  /** The latest release where it is newer than this one, as of the last look; `undefined` also while the check is off. */
  get newer(): ReleaseVersion | undefined {
    if (!this.isOn) return undefined;
    const latest = readReleaseVersion(this.#store.content.latestVersion ?? "");
    return latest && isNewerThan(this.#parts.ownVersion, latest) ? latest : undefined;
  }

  /** The person has read of the newer one, and wants to be told of it no more. */
  get isHidden(): boolean {
    return this.newer !== undefined && this.newer.text === this.#store.content.hiddenVersion;
  }

  /** Asks the feed, unless the check is off or was made within a day. Never rejects. */
  async check(): Promise<void> {
    const { clock, feed, onChanged, onFailed } = this.#parts;
    if (!this.isOn || !this.#isDue(clock.nowMs())) return;
    // Before the question: a feed that fails is not asked each time, and where nothing can be noted nobody is asked.
    if (!this.#note({ lookedAtMs: clock.nowMs() })) return;
    const latest = await feed();
    if (!latest.ok) onFailed(latest.error.kind);
    else if (this.#note({ latestVersion: latest.value?.text })) onChanged();
  }

  /** `settings-not-stored` when the disk refuses. */
  hide(): Result<undefined, Failure> {
    const { newer } = this;
    if (newer && !this.#note({ hiddenVersion: newer.text })) return err({ kind: "settings-not-stored" });
    return ok(undefined);
  }

  #isDue(nowMs: number): boolean {
    const { lookedAtMs } = this.#store.content;
    if (lookedAtMs === undefined) return true;
    // A moment in the future was noted by a clock that was wrong, then or now.
    return nowMs - lookedAtMs >= intervalMs || nowMs < lookedAtMs;
  }

  #note(changes: Partial<UpdateFile>): boolean {
    try {
      this.#store.change(changes);
      return true;
    } catch {
      this.#parts.onFailed("settings-not-stored");
      return false;
    }
  }

  /** Read when it is first needed: for most who never switched the check on, never. */
  get #store(): UpdateStore {
    this.#opened ??= this.#parts.openStore();
    return this.#opened;
  }
}
