import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

interface Names {
  readonly applicationId: string;
  readonly productName: string;
  /** The icon's, as packages install it. */
  readonly packageName: string;
}

/** A desktop entry in the XDG autostart folder: https://specifications.freedesktop.org/autostart-spec/ */
export class LinuxAutostart {
  readonly #file: string;
  readonly #names: Names;
  readonly #command: readonly string[];

  /** `configHome` is `$XDG_CONFIG_HOME`; `command` the program and its arguments. */
  constructor(configHome: string, names: Names, command: readonly string[]) {
    this.#file = join(configHome, "autostart", `${names.applicationId}.desktop`);
    this.#names = names;
    this.#command = command;
  }

  /** True if the entry exists and the desktop's settings have not disabled it. */
  isEnabled(): boolean {
    const entry = this.#read();
    return entry !== undefined && !isSwitchedOff(entry);
  }

  /** Throws if the file cannot be written or deleted. */
  setEnabled(enabled: boolean): void {
    if (!enabled) {
      rmSync(this.#file, { force: true });
      return;
    }
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    writeFileSync(this.#file, this.#entry());
  }

  /**
   * Rewrites the command of an entry of ours whose program no longer exists, because the application was moved. An entry
   * that starts another existing copy stays, and so do a person's own lines. Throws if the file cannot be written.
   */
  mend(): void {
    const entry = this.#read();
    if (entry === undefined || isSwitchedOff(entry)) return;
    const program = programOf(entry);
    if (program !== undefined && !existsSync(program))
      writeFileSync(this.#file, entry.replace(/^Exec=.*$/m, this.#exec()));
  }

  #read(): string | undefined {
    try {
      return readFileSync(this.#file, "utf8");
    } catch {
      // Missing or unreadable: the desktop starts nothing in both cases.
      return undefined;
    }
  }

  #exec(): string {
    return `Exec=${this.#command.map(quote).join(" ")}`;
  }

  #entry(): string {
    return [
      "[Desktop Entry]",
      "Type=Application",
      `Name=${this.#names.productName}`,
      this.#exec(),
      `Icon=${this.#names.packageName}`,
      "Terminal=false",
      "X-GNOME-Autostart-enabled=true",
      "",
    ].join("\n");
  }
}

function isSwitchedOff(entry: string): boolean {
  return /^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(entry);
}

/** The program in an entry of our own form; `undefined` for any other entry. */
function programOf(entry: string): string | undefined {
  const quoted = /^Exec="((?:[^"\\]|\\.)*)"/m.exec(entry)?.[1];
  return quoted
    ?.replaceAll("%%", "%")
    .replaceAll("\\\\", "\\")
    .replace(/\\(["`$\\])/g, "$1");
}

/** Quotes an argument for the Exec key. The key file unescapes backslashes once more, and % starts a field code. */
function quote(argument: string): string {
  const quoted = argument
    .replace(/["`$\\]/g, "\\$&")
    .replaceAll("\\", "\\\\")
    .replaceAll("%", "%%");
  return `"${quoted}"`;
}
