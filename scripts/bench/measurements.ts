import type { Idle } from "./idle.ts";
import type { Round } from "./round.ts";

/** All that one run has measured. */
export interface Measurements {
  readonly rounds: readonly Round[];
  readonly idle: { readonly bare: Idle; readonly app: Idle };
  readonly asarBytes: number;
  readonly rendererGzipBytes: number;
}
