import { isDeepStrictEqual } from "node:util";
import pLimit from "p-limit";
import type { Failure } from "../../domain/failure.ts";
import type { StoreProblem } from "../../domain/ports.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { CurrentSettings, Settings } from "../../domain/settings.ts";
import { PreferencesStore } from "./preferences-store.ts";
import { type SettingsFile, settingsFile, settingsIn } from "./settings-file.ts";

/** The settings: settings.json. */
export class SettingsStore implements CurrentSettings {
  readonly #store: PreferencesStore<SettingsFile>;
  readonly #listeners = new Set<() => void>();
  readonly #oneAtATime = pLimit(1);
  #settings: Settings;

  constructor(folder: string, nowMs: number) {
    this.#store = new PreferencesStore(folder, settingsFile, nowMs);
    this.#settings = settingsIn(this.#store.content);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The problem with the file at the start; `undefined` when it could be read. */
  get problem(): StoreProblem | undefined {
    return this.#store.problem;
  }

  /** `settings-not-stored` when the disk refuses; then the settings stay as they were. */
  change(changes: Partial<Settings>): Promise<Result<undefined, Failure>> {
    return this.#oneAtATime(() => this.#change(changes));
  }

  async #change(changes: Partial<Settings>): Promise<Result<undefined, Failure>> {
    if (isDeepStrictEqual({ ...this.#settings, ...changes }, this.#settings)) return ok(undefined);
    try {
      await this.#store.change(changes);
    } catch {
      return err({ kind: "settings-not-stored" });
    }
    this.#settings = { ...this.#settings, ...changes };
    for (const listener of this.#listeners) listener();
    return ok(undefined);
  }

  /** Calls `listener` after every change. Returns a function that ends this. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
