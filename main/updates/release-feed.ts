import * as v from "valibot";
import type { Failure } from "../../domain/failure.ts";
import { type ReleaseVersion, readReleaseVersion } from "../../domain/release-version.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { Transport } from "../network/transport.ts";

/** Fetches the latest release; `undefined` if nothing has been released. Failures are for the log. */
export type ReleaseFeed = () => Promise<Result<ReleaseVersion | undefined, Failure>>;

/** The fields of GitHub's "latest release" that we use; no address and no text. https://docs.github.com/en/rest/releases/releases */
const releaseSchema = v.object({
  tag_name: v.pipe(v.string(), v.maxLength(32), v.startsWith("v")),
  draft: v.optional(v.boolean(), false),
  prerelease: v.optional(v.boolean(), false),
});

/** `path` is the feed's path on the transport's origin, with its query. */
export function createReleaseFeed(transport: Transport, path: string): ReleaseFeed {
  return async () => {
    const outcome = await transport.getWithoutToken(path);
    if (!outcome.ok) return outcome;
    const { status, ok: isSuccess, body } = outcome.value;
    // GitHub's response if nothing has been released.
    if (status === 404) return ok(undefined);
    if (status >= 500) return err({ kind: "server-unwell", status });
    if (!isSuccess) return err({ kind: "request-refused", status, detail: undefined });
    const release = v.safeParse(releaseSchema, body);
    if (!release.success) return err({ kind: "response-unreadable" });
    if (release.output.draft || release.output.prerelease) return ok(undefined);
    const version = readReleaseVersion(release.output.tag_name.slice(1));
    return version ? ok(version) : err({ kind: "response-unreadable" });
  };
}
