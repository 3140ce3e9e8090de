import { useEffect, useId, useRef } from "preact/hooks";
import { statusText } from "../../texts/token-texts.ts";
import { Button } from "../components/button.tsx";
import { CopyActions } from "../components/copy-actions.tsx";
import { ScreenHeading } from "../components/screen-heading.tsx";
import { TokenCard, type TokenCardProps } from "../components/token-card.tsx";
import { useWindow } from "../state/window-context.ts";
import { isUsable } from "../state/window-state.ts";

interface TokenPanelProps extends TokenCardProps {
  readonly variableName: string;
  readonly justLoggedIn: boolean;
  /** The update line was hidden, and its button may have had the focus. */
  readonly newsHidden: boolean;
}

/** The token's state and the everyday actions; `TokenActions`, below the notices, has the others. */
export function TokenPanel({ token, account, variableName, justLoggedIn, newsHidden }: TokenPanelProps) {
  const { texts, announce } = useWindow();
  const accepted = isUsable(token) && !token.rejected;
  const { status } = token;
  const lastAnnounced = useRef(status);
  const id = useId();

  useEffect(() => {
    if (status !== lastAnnounced.current && (status === "expires-soon" || status === "expired"))
      announce({ text: statusText(texts, token), visible: false });
    lastAnnounced.current = status;
  }, [status]);

  return (
    <section>
      <ScreenHeading describedBy={id} controlsKey={`${status} ${accepted} ${newsHidden}`}>
        {justLoggedIn ? texts.loggedInHeading : texts.tokenHeading}
      </ScreenHeading>
      <TokenCard token={token} account={account} stateId={id} />
      <div class="actions">
        {!accepted && <LoginActions token={token} />}
        {isUsable(token) && <CopyActions kind={accepted ? "primary" : "secondary"} variableName={variableName} />}
      </div>
    </section>
  );
}

function LoginActions({ token }: Pick<TokenPanelProps, "token">) {
  const { bridge, texts, applyView } = useWindow();
  return (
    <>
      <Button kind="primary" onClick={() => void bridge.startLogin().then(applyView)}>
        {token.status === "unreadable" ? texts.logIn : texts.logInAgain}
      </Button>
      {/* Electron looks for a keyring only once per process. */}
      {token.status === "unreadable" && token.why.reason === "no-keyring" && (
        <Button kind="secondary" onClick={() => void bridge.restart()}>
          {texts.restart}
        </Button>
      )}
    </>
  );
}
