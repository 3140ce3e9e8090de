import type { NoAnswer, Refusal, TokenState } from "../../domain/command-line/answer.ts";
import type { UsageProblem } from "../../domain/command-line/command.ts";
import type { TimeLeft } from "../../domain/token/time-left.ts";
import { span } from "./desktop.ts";

/** Details of a token beside its state. */
export interface StatusDetails {
  readonly expires: string | undefined;
  readonly left: TimeLeft | undefined;
  readonly automaticRenewal: boolean;
}

const states: Readonly<Record<TokenState, string>> = {
  valid: "valid",
  "expires-soon": "expires soon",
  expired: "expired",
  rejected: "rejected by Verifik",
  absent: "not logged in",
  unreadable: "cannot be read",
  loading: "loading",
};

const problems: Readonly<Record<Refusal | NoAnswer, string>> = {
  "no-token": "nobody is logged in. Open Verifik Tray and log in.",
  expired: "the token has expired. Open Verifik Tray and log in.",
  rejected: "Verifik rejected the token. Open Verifik Tray and log in again.",
  "too-little-left": "the token expires sooner than --min-valid asks for. Renew it in Verifik Tray.",
  "other-api":
    "Verifik Tray uses another API than VERIFIK_API_URL names. Start it with the same VERIFIK_API_URL, or unset the variable here.",
  unreadable: "the keyring does not open the token. Unlock it and try again; the window of Verifik Tray says more.",
  loading: "Verifik Tray is still loading the token. Unlock the keyring if it asks, and try again.",
  busy: "Verifik Tray is answering too many commands at once. Try again.",
  "other-version": "the running Verifik Tray has another version than this command. Quit it and start it again.",
  "not-running": "Verifik Tray is not running. Start it.",
  "not-running-or-switched-off":
    "Verifik Tray is not running, or its command line is off. Start it, and switch on Settings → Command line.",
  "switched-off":
    "the command line is off. Switch it on in Verifik Tray: Settings → Command line. If that is missing, quit Verifik Tray and start it again.",
  unreachable:
    "Verifik Tray runs but cannot be reached: it is starting or ending, or older than this command. Try again, or quit it and start it again.",
  ended: "Verifik Tray ended before it answered. Start it again.",
  silent: "Verifik Tray does not answer. Try again, or quit it and start it again.",
};

const seeHelp = "See verifik-tray help.";

/** The words that commands print for a person. */
export const commandLine = {
  help: `Usage: verifik-tray [verb]

Without a verb: starts the tray.

  token     prints the token that the running app keeps
    --format raw|header|env|json   default: raw
    --min-valid 90s|15m|1h|3d      exit 4 if the token is valid for less
    --quiet                        no line about the expiry on a terminal
  status    prints the token's state, never the token
    --json
    --min-valid 90s|15m|1h|3d      exit 0 only if "token" would give one
  help, --help
  --version

--user-data-dir=FOLDER asks the app that runs with this profile.

Exit codes: 0 done; 1 an unforeseen error; 2 wrong usage; 3 the app is not
running, or is older than the command; 4 no usable token; 5 it cannot be read
now; 6 the command line is switched off.

For scripts: token=$(verifik-tray token) || exit
The settings of the app switch the command line on.
`,
  expiresIn: (left: TimeLeft) => `expires in ${span(left)}`,
  status: (state: TokenState, { expires, left, automaticRenewal }: StatusDetails): string => {
    const renewal = `automatic renewal ${automaticRenewal ? "on" : "off"}`;
    if (state === "expired" && expires) return `${states.expired} since ${expires}, ${renewal}`;
    const expiry = expires && left && `expires in ${span(left)} (${expires})`;
    return [states[state], expiry, renewal].filter(Boolean).join(", ");
  },
  stateWithoutAnswer: (problem: Refusal | NoAnswer): string =>
    problem === "not-running" ? "not running" : problem === "switched-off" ? "command line off" : "unknown",
  problem: (problem: Refusal | NoAnswer): string => problems[problem],
  unforeseen: (name: string) => `something went wrong inside (${name}).`,
  usageProblem: (problem: UsageProblem): string => {
    switch (problem.kind) {
      case "unknown-verb":
        return `unknown command. ${seeHelp}`;
      case "unexpected-argument":
        return `unexpected argument. ${seeHelp}`;
      case "unknown-option":
        return `unknown option ${problem.option}. ${seeHelp}`;
      case "repeated-option":
        return `option ${problem.option} given more than once.`;
      case "wrong-value":
        return `wrong value of ${problem.option}. ${seeHelp}`;
    }
  },
};

export type CommandLineTexts = typeof commandLine;
