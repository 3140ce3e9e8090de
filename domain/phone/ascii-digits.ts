/**
 * Replaces the digits of every script with 0 to 9. libphonenumber-js knows the digits of three scripts only and drops the
 * others, which would change the number.
 */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let first = code;
    while (isDigit(first - 1)) first -= 1;
    // Unicode orders the ten digits of a script from 0 to 9. Scripts can be adjacent, hence the remainder.
    return String((code - first) % 10);
  });
}

function isDigit(code: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(code));
}
