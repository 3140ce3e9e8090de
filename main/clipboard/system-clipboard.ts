import type { Failure } from "../../domain/failure.ts";
import type { Result } from "../../domain/result.ts";

/**
 * Clipboard managers bring their latest text back when the clipboard loses its owner. So a cleared text is replaced by this
 * one for a while, until they have noticed: some look only twice a second. Diodon ignores blanks. docs/adr/0009 says which
 * managers were tried.
 */
export const harmlessText = "-";
export const offeredMs = 2_000;

/** The system's clipboard, for text that must not stay there. */
export interface SystemClipboard {
  /** Succeeds only if other programs can paste the text; else `clipboard-refused` or `clipboard-needs-focus`. */
  write(text: string): Promise<Result<undefined, Failure>>;
  /** Clears every selection that holds one of these texts. Rejects if a selection cannot be cleared. */
  clear(texts: readonly string[]): Promise<void>;
  /** Resolves when no clipboard manager brings a cleared text back any more. Until then the application must not end. */
  settled(): Promise<void>;
}
