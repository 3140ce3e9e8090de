declare const plain: unique symbol;

/**
 * A short word out of a fixed world: a program's, a version's, an error's name. The only text that an entry of the log can
 * carry, and only the functions here make one: what does not look like such a word becomes "other".
 */
export type PlainName = string & { readonly [plain]: true };

const other = "other" as PlainName;

/** Begins with a letter, has no space and no longer run of digits: "gnome_libsecret", "ENOSPC", "ubuntu:GNOME". */
export function plainName(text: unknown): PlainName {
  return typeof text === "string" && /^[A-Za-z](?:[A-Za-z_:+-]|\d{1,3}(?!\d)){0,31}$/.test(text)
    ? (text as PlainName)
    : other;
}

/** The first numbers of a version, three at most: "45.4.1", "6.1". */
export function versionName(text: string | undefined): PlainName {
  const version = /^\d{1,3}(?:\.\d{1,3}){0,2}(?!\d)/.exec(text ?? "")?.[0];
  return version === undefined ? other : (version as PlainName);
}

/** The system's code where there is one ("EACCES"), else the error's name. Never its message, which may quote anything. */
export function errorName(error: unknown): PlainName {
  if (!(error instanceof Error)) return plainName(typeof error);
  const code = "code" in error ? plainName(error.code) : other;
  return code === other ? plainName(error.name) : code;
}

const mostFrames = 12;

/** Where an error came from: files of ours or of Electron, line and column. Without its message. */
export function stackFrames(error: unknown): readonly PlainName[] {
  if (!(error instanceof Error) || typeof error.stack !== "string") return [];
  const lines = error.stack.replace(String(error), "").split("\n");
  return lines.flatMap((line) => frame(line) ?? []).slice(0, mostFrames);
}

/** Bundles have long lines: a column of six digits gets a mark, because the redactor takes six digits for a code. */
function frame(line: string): PlainName | undefined {
  const [, file, row, column] =
    /^ {4}at .*?([a-z][a-z_-]{0,30}(?:\.cjs|\.js)?):(\d{1,5}):(\d{1,7})\)?$/.exec(line) ?? [];
  if (file === undefined || row === undefined || column === undefined) return undefined;
  return `${file}:${row}:${column.replace(/\B(?=(?:\d{3})+$)/g, "_")}` as PlainName;
}
