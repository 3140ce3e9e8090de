/** Whether this is an error with one of those codes, e.g. "ENOENT". */
export function hasErrorCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
