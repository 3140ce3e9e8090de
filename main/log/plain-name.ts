declare const plain: unique symbol;

/**
 * A short word such as the name of a program, a version or an error. It is the only text in a log entry. Only the functions
 * here make one; any other text becomes "other".
 */
export type PlainName = string & { readonly [plain]: true };

const other = "other" as PlainName;

/** Accepts a word of up to 32 letters with at most three digits in a row: "gnome_libsecret", "ENOSPC", "ubuntu:GNOME". */
export function plainName(text: unknown): PlainName {
  return typeof text === "string" && /^[A-Za-z](?:[A-Za-z_:+-]|\d{1,3}(?!\d)){0,31}$/.test(text)
    ? (text as PlainName)
    : other;
}

/** The first numbers of a version, at most three: "45.4.1", "6.1". */
export function versionName(text: string | undefined): PlainName {
  const version = /^\d{1,3}(?:\.\d{1,3}){0,2}(?!\d)/.exec(text ?? "")?.[0];
  return version === undefined ? other : (version as PlainName);
}

/** The error's code ("EACCES"), or its name without one. Never its message, which may quote anything. */
export function errorName(error: unknown): PlainName {
  if (!(error instanceof Error)) return plainName(typeof error);
  const code = "code" in error ? plainName(error.code) : other;
  return code === other ? plainName(error.name) : code;
}

const mostFrames = 12;

/** The file, line and column of each stack frame, without the message: "application.cjs:1:234_567". */
export function stackFrames(error: unknown): readonly PlainName[] {
  if (!(error instanceof Error) || typeof error.stack !== "string") return [];
  const lines = error.stack.replace(String(error), "").split("\n");
  return lines.flatMap((line) => frame(line) ?? []).slice(0, mostFrames);
}

/** Columns get a separator, because bundles have long lines and the redactor takes six digits for a code. */
function frame(line: string): PlainName | undefined {
  const [, file, row, column] =
    /^ {4}at .*?([a-z][a-z_-]{0,30}(?:\.cjs|\.js)?):(\d{1,5}):(\d{1,7})\)?$/.exec(line) ?? [];
  if (file === undefined || row === undefined || column === undefined) return undefined;
  return `${file}:${row}:${column.replace(/\B(?=(?:\d{3})+$)/g, "_")}` as PlainName;
}
