/** A release's version, `x.y.z` and nothing else. */
export interface ReleaseVersion {
  readonly text: string;
  readonly numbers: readonly [number, number, number];
}

// Far more than any release will have, and few enough for a line and for a number's precision.
const part = "(0|[1-9][0-9]{0,4})";
const release = new RegExp(`^${part}\\.${part}\\.${part}$`);

/**
 * The version, or `undefined` where the text is anything else: with a "v", a pre-release, build metadata, leading zeros,
 * blanks or more digits than a version has. It may come from a hostile server and ends up in a line and in an address.
 */
export function readReleaseVersion(text: string): ReleaseVersion | undefined {
  const found = release.exec(text);
  if (!found) return undefined;
  const [, major, minor, patch] = found;
  return { text, numbers: [Number(major), Number(minor), Number(patch)] };
}

/** Whether the release comes after `own`, which may be a pre-release ("1.0.0-beta.1") and then comes before its release. */
export function isNewerThan(own: string, { numbers }: ReleaseVersion): boolean {
  const [core = "", preRelease] = own.split(/[-+]/, 2);
  const ownRelease = readReleaseVersion(core);
  // Who builds with a version of another form knows what is there.
  if (!ownRelease) return false;
  for (const [index, number] of numbers.entries()) {
    const difference = number - (ownRelease.numbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return preRelease !== undefined && own.startsWith(`${core}-`);
}
