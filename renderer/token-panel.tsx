import { useEffect, useRef } from "preact/hooks";
import type { TokenView } from "../preload/contract.ts";
import { expiryText, statusText } from "../texts/token-texts.ts";
import { Button } from "./button.tsx";
import { FailureMessage } from "./failure-message.tsx";
import { Mark } from "./mark.tsx";
import { useCall } from "./use-call.ts";
import { useWindow } from "./window-context.ts";

type PresentToken = Exclude<TokenView, { status: "absent" }>;

interface TokenPanelProps {
  readonly token: PresentToken;
  readonly justLoggedIn: boolean;
}

export function TokenPanel({ token, justLoggedIn }: TokenPanelProps) {
  const { bridge, texts, applyView, announce } = useWindow();
  const call = useCall<"copy-token" | "log-out">();
  // Of its own, because it may take long and nothing has to wait for it.
  const check = useCall<"check-token">();
  const heading = useRef<HTMLHeadingElement>(null);
  // A keyring that was missing is looked for only once in a process.
  const canRestart = token.status === "unreadable" && token.why.reason === "no-keyring";
  const copyable = token.status === "valid" || token.status === "expires-soon";

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (justLoggedIn) announce({ text: texts.loggedInHeading, visible: false });
  }, [justLoggedIn, texts, announce]);

  return (
    <section>
      <h1 ref={heading} tabIndex={-1}>
        {justLoggedIn ? texts.loggedInHeading : texts.tokenHeading}
      </h1>
      <TokenCard token={token} />
      <FailureMessage id="token-failure" shown={call.shown ?? check.shown} />
      <div class="actions">
        {!canRestart && (
          <Button
            kind={copyable ? "primary" : "secondary"}
            disabled={!copyable}
            busy={call.underWay === "copy-token"}
            onClick={() => void call.start("copy-token", bridge.copyToken)}
          >
            {texts.copyToken}
          </Button>
        )}
        <Button kind={copyable ? "secondary" : "primary"} onClick={() => void bridge.startLogin().then(applyView)}>
          {token.status === "unreadable" ? texts.logIn : texts.logInAgain}
        </Button>
        {canRestart && (
          <Button kind="secondary" onClick={() => void bridge.restart()}>
            {texts.restart}
          </Button>
        )}
        <div class="row">
          {copyable && (
            <Button
              kind="secondary"
              busy={check.underWay === "check-token"}
              onClick={() => void check.start("check-token", bridge.checkToken)}
            >
              {texts.checkToken}
            </Button>
          )}
          <Button
            kind="secondary"
            busy={call.underWay === "log-out"}
            onClick={() => void call.start("log-out", bridge.logOut)}
          >
            {texts.logOut}
          </Button>
        </div>
      </div>
    </section>
  );
}

function TokenCard({ token }: { token: PresentToken }) {
  const { texts, locale } = useWindow();
  if (token.status === "unreadable") {
    return (
      <div class="card">
        <div class="card-head">
          <Mark status={token.status} />
          <p class="card-status">{texts.storedTokenUnreadable}</p>
        </div>
        <p class="card-line">{texts.unreadable(token.why)}</p>
      </div>
    );
  }
  return (
    <div class="card">
      <div class="card-head">
        <Mark status={token.rejected ? "expired" : token.status} />
        <div>
          <p class="card-status">{statusText(texts, token).replace(" ·", "\u00a0·")}</p>
          <p class="card-expiry">{expiryText(texts, token, locale)}</p>
        </div>
      </div>
      <p class="card-line">{texts.phoneUsed(token.maskedPhone)}</p>
      {token.expiryEstimated && <p class="card-line">{texts.estimated}</p>}
      {token.place === "memory-without-keyring" && <p class="warning">{texts.memoryWithoutKeyring}</p>}
      {token.place === "memory-after-write-failure" && <p class="warning">{texts.memoryAfterWriteFailure}</p>}
    </div>
  );
}
