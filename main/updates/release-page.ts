import type { ReleaseVersion } from "../../domain/release-version.ts";
import { releasePagePrefix } from "../config.ts";

/** The release's page in our own repository, whatever address the feed contains. */
export function releasePage({ text }: ReleaseVersion): string {
  return `${releasePagePrefix}${text}`;
}
