import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A user-data folder for one test. It is removed after the test. */
export class StorageFolder {
  readonly path = mkdtempSync(join(tmpdir(), "verifik-tray-storage-"));

  constructor() {
    onTestFinished(() => rmSync(this.path, { recursive: true }));
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  write(name: string, content: unknown): void {
    writeFileSync(join(this.path, name), typeof content === "string" ? content : JSON.stringify(content));
  }

  names(): string[] {
    return readdirSync(this.path).sort();
  }

  /** Puts a full folder in the file's place, so that no write succeeds, not even root's. Returns a function that removes it. */
  refuse(name: string): () => void {
    const path = join(this.path, name);
    rmSync(path, { force: true });
    mkdirSync(join(path, "in the way"), { recursive: true });
    return () => rmSync(path, { recursive: true });
  }
}
