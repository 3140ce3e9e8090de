import { useEffect, useRef } from "preact/hooks";
import type { TokenView } from "../../preload/contract.ts";
import { statusText } from "../../texts/token-texts.ts";
import { Button } from "../components/button.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { TokenHero } from "../components/token-hero.tsx";
import { useWindow } from "../state/window-context.ts";
import { isUsable } from "../state/window-state.ts";

type PresentToken = Exclude<TokenView, { status: "absent" }>;

interface TokenPanelProps {
  readonly token: PresentToken;
  readonly receivedAtMs: number;
  readonly renewsAtMs: number | undefined;
  readonly variableName: string;
  readonly justLoggedIn: boolean;
  /** Changes when something outside this panel was removed that may have had the focus. */
  readonly outsideKey: string;
}

/** The token's state and the primary action. Messages and `TokenList` follow below. */
export function TokenPanel(props: TokenPanelProps) {
  const { token, receivedAtMs, renewsAtMs, variableName, justLoggedIn, outsideKey } = props;
  const { texts, announce } = useWindow();
  const accepted = isUsable(token) && !token.rejected;
  const { status } = token;
  const lastAnnounced = useRef(status);

  useEffect(() => {
    if (status !== lastAnnounced.current && (status === "expires-soon" || status === "expired"))
      announce({ text: statusText(texts, token), visible: false });
    lastAnnounced.current = status;
  }, [status]);
  useEffect(() => {
    if (justLoggedIn) announce({ text: texts.loggedInHeading, visible: false });
  }, [justLoggedIn]);

  return (
    <>
      <TokenHero
        token={token}
        receivedAtMs={receivedAtMs}
        renewsAtMs={renewsAtMs}
        controlsKey={`${status} ${accepted} ${outsideKey}`}
      />
      {accepted ? <CopyButton variableName={variableName} /> : <NextStep token={token} />}
    </>
  );
}

function NextStep({ token }: { token: PresentToken }) {
  const { bridge, texts, applyView } = useWindow();
  // Electron looks for a keyring only once per process.
  const restarts = token.status === "unreadable" && token.why.reason === "no-keyring";
  if (restarts) {
    return (
      <Button kind="primary" wide onClick={() => void bridge.restart()}>
        {texts.restart}
      </Button>
    );
  }
  return (
    <Button kind="primary" wide onClick={() => void bridge.startLogin().then(applyView)}>
      {token.status === "unreadable" ? texts.logIn : texts.logInAgain}
    </Button>
  );
}
