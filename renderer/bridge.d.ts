import type { Bridge } from "../preload/contract.ts";

declare global {
  interface Window {
    /** Exposed by the preload script. */
    readonly verifikTray: Bridge;
  }
}
