/**
 * @typedef {"packages-failed" | "system-incomplete" | "override-broken" | "official-unavailable" | "fallback-failed"
 *   | "not-loopback" | "build-failed" | "display-missing" | "copy-failed" | "package-failed"} SetupFailureKind
 */

/** What a script cannot set up by itself. The message is whole sentences for the person at the terminal: what and what to do. */
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
