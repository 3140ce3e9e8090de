/**
 * The digits of any script as 0 to 9, everything else as it is. libphonenumber reads those of three scripts and leaves
 * out the others, which would make it somebody else's number.
 */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let first = code;
    while (isDigit(first - 1)) first -= 1;
    // Unicode keeps the ten digits of a script together and in order; some scripts follow directly on another.
    return String((code - first) % 10);
  });
}

function isDigit(code: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(code));
}
