import { isDeepStrictEqual } from "node:util";
import type { Failure } from "../../domain/failure.ts";
import type { StoreProblem } from "../../domain/ports.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { CurrentSettings, Settings } from "../../domain/settings.ts";
import { JsonStore } from "./json-store.ts";
import { type SettingsFile, settingsFile, settingsIn } from "./settings-file.ts";

/** What a person has chosen, and whoever goes by it hears of a change. */
export class SettingsStore implements CurrentSettings {
  readonly #store: JsonStore<SettingsFile>;
  readonly #listeners = new Set<() => void>();
  #settings: Settings;

  constructor(folder: string, nowMs: number) {
    this.#store = new JsonStore(folder, settingsFile, nowMs);
    this.#settings = settingsIn(this.#store.content);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** What was wrong with the file when it was opened. */
  get problem(): StoreProblem | undefined {
    return this.#store.problem;
  }

  /** `settings-not-stored` when the disk refuses; then nothing changes, so that what is shown is what is stored. */
  change(changes: Partial<Settings>): Result<undefined, Failure> {
    const settings = { ...this.#settings, ...changes };
    if (isDeepStrictEqual(settings, this.#settings)) return ok(undefined);
    try {
      this.#store.change((content) => ({ ...content, ...settings }));
    } catch {
      return err({ kind: "settings-not-stored" });
    }
    this.#settings = settings;
    for (const listener of this.#listeners) listener();
    return ok(undefined);
  }

  /** Calls back when something differs. Returns what ends it. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
