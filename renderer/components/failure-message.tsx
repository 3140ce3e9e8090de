import type { ComponentChildren } from "preact";
import type { Failure } from "../../domain/failure.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { type CallError, useWindow } from "../state/window-context.ts";
import { Banner, type BannerKind } from "./banner.tsx";
import { Button } from "./button.tsx";
import { CoolDown } from "./cool-down.tsx";

interface FailureBannerProps {
  readonly error: CallError | undefined;
  /** At most one further action, after the words. */
  readonly children?: ComponentChildren;
}

/** An error that concerns no field, below the primary button. */
export function FailureBanner({ error, children }: FailureBannerProps) {
  if (!error) return null;
  return (
    <Banner key={error} kind={kindOfFailure(error.failure)}>
      <FailureLines error={error} />
      {children}
    </Banner>
  );
}

interface CallFailureProps {
  readonly failure: Failure;
  /** Makes the same call again. */
  readonly onRepeat: (() => void) | undefined;
  readonly busy?: boolean;
  /** A token that Verifik accepts is there, also without a connection. */
  readonly hasToken: boolean;
  /** The failure's words. */
  readonly children: ComponentChildren;
}

/** A failed call among the messages, with a button that repeats it if only the connection was missing. */
export function CallFailure({ failure, onRepeat, busy = false, hasToken, children }: CallFailureProps) {
  const { texts } = useWindow();
  const kind = kindOfFailure(failure);
  const isOffline = failure.kind === "unreachable" && failure.reason === "offline";
  return (
    <Banner kind={kind}>
      {hasToken && isOffline ? <p role="alert">{texts.offlineWithToken}</p> : children}
      {kind === "plain" && onRepeat && (
        <Button kind="quiet" busy={busy} onClick={onRepeat}>
          {texts.tryAgain}
        </Button>
      )}
    </Banner>
  );
}

/** Without a connection nothing is wrong with the number, the code or the token. */
function kindOfFailure({ kind }: Failure): BannerKind {
  return kind === "unreachable" || kind === "timed-out" ? "plain" : "bad";
}

interface FailureLinesProps {
  /** For the `aria-describedby` of a field. */
  readonly id?: string | undefined;
  readonly error: CallError;
}

export function FailureLines({ id, error: { failure, failedAtMs } }: FailureLinesProps) {
  return (
    <>
      <p id={id} role="alert">
        <FailureWords failure={failure} />
      </p>
      {"waitSeconds" in failure && <CoolDown failure={failure} failedAtMs={failedAtMs} />}
    </>
  );
}

/** The failure's text. A server's own words come last, in a span with limited height. */
export function FailureWords({ failure }: { failure: Failure }) {
  const { texts } = useWindow();
  const words = failureText(texts.failures, failure);
  const detail = failure.kind === "request-refused" ? failure.detail : undefined;
  if (detail === undefined) return words;
  return (
    <>
      {words.slice(0, words.lastIndexOf(detail))}
      <span class="server-words">{detail}</span>
    </>
  );
}
