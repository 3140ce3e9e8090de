/** The exit codes of the commands. They are a contract with scripts: never change one, only add. */
export const exitCodes = {
  ok: 0,
  unforeseen: 1,
  usage: 2,
  /** The app is not running, or it is older than the command. */
  notRunning: 3,
  /** No usable token: a person must act. */
  noUsableToken: 4,
  /** The token cannot be read now; later it may be. */
  notNow: 5,
  /** The command line is switched off. */
  switchedOff: 6,
} as const;
