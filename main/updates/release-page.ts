import type { ReleaseVersion } from "../../domain/release-version.ts";
import { releasePagePrefix } from "../config.ts";

/** Where the release is read about and downloaded: always on our own pages, whatever the feed says. */
export function releasePage({ text }: ReleaseVersion): string {
  return `${releasePagePrefix}${text}`;
}
