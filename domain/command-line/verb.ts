/** A command line of the installed program: its verb, and all arguments after it. */
export interface Verb {
  readonly verb: string;
  readonly rest: readonly string[];
}

/**
 * Finds the verb that makes a start a command: the first argument that is no switch and looks like a word, or `--help` or
 * `--version`. Paths and addresses are no verbs. `undefined` for a start of the tray.
 *
 * @param args behind the program, and behind the folder of an app that is not packaged
 */
export function findVerb(args: readonly string[]): Verb | undefined {
  const at = args.findIndex((arg) => /^[a-z][a-z-]*$/.test(arg) || arg === "--help" || arg === "--version");
  const verb = args[at];
  return verb === undefined ? undefined : { verb, rest: args.slice(at + 1) };
}

/** The arguments that are meant for the app. An unpackaged one runs as `electron [switches] folder [arguments]`. */
export function argumentsOfApp(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const args = argv.slice(1);
  return isPackaged ? args : args.slice(args.findIndex((arg) => !arg.startsWith("-")) + 1);
}
