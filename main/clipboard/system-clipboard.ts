import type { Failure } from "../../domain/failure.ts";
import type { Result } from "../../domain/result.ts";

/** The system's clipboard for a text that must not stay there. */
export interface SystemClipboard {
  /** A success means that other programs can paste it; `clipboard-refused` or `clipboard-needs-focus` that they may not. */
  write(text: string): Promise<Result<undefined, Failure>>;
  /** Takes these texts away, wherever one of them still is. Rejects when that cannot be done. */
  clear(texts: readonly string[]): Promise<void>;
}
