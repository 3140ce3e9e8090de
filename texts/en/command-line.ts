import type { UsageProblem } from "../../domain/command-line/command.ts";

const seeHelp = "See verifik-tray help.";

/** What the commands print for a person. */
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

Exit codes: 0 done; 1 unforeseen; 2 usage; 3 the app is not running, or is
older than the command; 4 no usable token; 5 it cannot be read now; 6 the
command line is switched off.

For scripts: token=$(verifik-tray token) || exit
The settings of the app switch the command line on.
`,
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
