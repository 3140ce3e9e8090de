export interface Signature {
  readonly dateTime: string;
  readonly message: string;
}

/** The signature in Verifik's answers, with the minute in UTC, e.g. "May 29, 2024 3:41 AM". */
export function signatureAt(atMs: number): Signature {
  const date = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(atMs);
  const time = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone: "UTC" }).format(atMs);
  return { dateTime: `${date} ${time}`, message: "Certified by Verifik.co" };
}
