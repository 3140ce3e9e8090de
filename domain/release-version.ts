/** A release's version of the form `x.y.z`. */
export interface ReleaseVersion {
  readonly text: string;
  readonly numbers: readonly [number, number, number];
}

// Five digits a part: more than any release needs, and they fit in a line and in a number.
const part = "(0|[1-9][0-9]{0,4})";
const release = new RegExp(`^${part}\\.${part}\\.${part}$`);

/**
 * Parses `x.y.z`; `undefined` for anything else, such as a "v", a pre-release, build metadata, leading zeros or blanks.
 * The text comes from a server and ends up in a line of the window and in a URL.
 */
export function readReleaseVersion(text: string): ReleaseVersion | undefined {
  const found = release.exec(text);
  if (!found) return undefined;
  const [, major, minor, patch] = found;
  return { text, numbers: [Number(major), Number(minor), Number(patch)] };
}

/** True if the release is newer than `own`. `own` may be a pre-release ("1.0.0-beta.1"), which precedes its release. */
export function isNewerThan(own: string, { numbers }: ReleaseVersion): boolean {
  const [core = "", preRelease] = own.split(/[-+]/, 2);
  const ownRelease = readReleaseVersion(core);
  // Private build: never offer an update.
  if (!ownRelease) return false;
  for (const [index, number] of numbers.entries()) {
    const difference = number - (ownRelease.numbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return preRelease !== undefined && own.startsWith(`${core}-`);
}
