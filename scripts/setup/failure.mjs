/**
 * @typedef {"packages-failed" | "system-incomplete" | "override-broken" | "official-unavailable" | "fallback-failed"
 *   | "not-loopback" | "build-failed" | "display-missing" | "copy-failed" | "package-failed"} SetupFailureKind
 */

/** A script cannot set something up by itself. The message tells the person at the terminal what is missing and what to do. */
export class SetupFailure extends Error {
  /**
   * @param {SetupFailureKind} kind
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(kind, message, options) {
    super(message, options);
    this.name = "SetupFailure";
    this.kind = kind;
  }
}
