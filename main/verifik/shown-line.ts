/** A server's words as one line of plain text, without marks that would turn or hide a part of it. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, " ").trim();
}

/** The line in so many UTF-16 units at most, with an ellipsis where it was cut. */
export function cutTo(length: number, line: string): string {
  if (line.length <= length) return line;
  // Not through a character of two halves.
  return `${line.slice(0, length - 1).replace(/\p{Cs}$/u, "")}…`;
}
