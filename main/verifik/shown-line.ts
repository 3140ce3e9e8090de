/** The text on one line, without control characters that would reverse or hide a part of it. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, " ").trim();
}

/** The line, cut to `length` UTF-16 units with an ellipsis. */
export function cutTo(length: number, line: string): string {
  if (line.length <= length) return line;
  // Never between the halves of a surrogate pair.
  return `${line.slice(0, length - 1).replace(/\p{Cs}$/u, "")}…`;
}
