import type { Failure } from "../../domain/failure.ts";
import type { Result } from "../../domain/result.ts";

/** The system's clipboard, for text that must not stay there. */
export interface SystemClipboard {
  /** Succeeds only if other programs can paste the text; else `clipboard-refused` or `clipboard-needs-focus`. */
  write(text: string): Promise<Result<undefined, Failure>>;
  /** Clears every selection that holds one of these texts. Rejects if a selection cannot be cleared. */
  clear(texts: readonly string[]): Promise<void>;
}
