import type { Notice, TokenStorage, TokenView } from "../../preload/contract.ts";
import { failureText } from "../../texts/failure-texts.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { type Announcement, useWindow } from "../state/window-context.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

interface TokenBannersProps {
  readonly token: TokenView;
  /** The message of the call that Verifik rejected, if there was one. */
  readonly rejection: Notice | Announcement | undefined;
}

/** Lasting messages about the token's state. */
export function TokenBanners({ token, rejection }: TokenBannersProps) {
  const { bridge, texts, applyView } = useWindow();
  if (token.status === "absent") return null;
  if (token.status === "unreadable") {
    return (
      <Banner kind="warning">
        <p>{texts.unreadable(token.why)}</p>
        {token.why.reason === "no-keyring" && (
          <Button kind="quiet" onClick={() => void bridge.startLogin().then(applyView)}>
            {texts.logIn}
          </Button>
        )}
      </Banner>
    );
  }
  const isRejected = rejection !== undefined || (token.rejected && token.status !== "expired");
  return (
    <>
      {isRejected && (
        <Banner kind="bad">
          {/* A new error is announced again; a notice comes as a new object with each view. */}
          <RejectionWords key={rejection && "failedAtMs" in rejection ? rejection : "notice"} rejection={rejection} />
          {token.status !== "expired" && <CheckAgain />}
        </Banner>
      )}
      <StorageBanner storage={token.storage} />
      {token.expiryEstimated && !isRejected && (
        <Banner kind="plain">
          <p>{texts.estimated}</p>
        </Banner>
      )}
    </>
  );
}

function StorageBanner({ storage }: { storage: TokenStorage }) {
  const { texts } = useWindow();
  const words = {
    keyring: undefined,
    "being-stored": texts.beingStored,
    "memory-without-keyring": texts.memoryWithoutKeyring,
    "memory-after-write-failure": texts.memoryAfterWriteFailure,
  }[storage];
  if (words === undefined) return null;
  return (
    <Banner kind={storage === "being-stored" ? "plain" : "warning"}>
      <p>{words}</p>
    </Banner>
  );
}

function RejectionWords({ rejection }: Pick<TokenBannersProps, "rejection">) {
  const { texts } = useWindow();
  if (!rejection) return <p>{texts.mayBeRevoked}</p>;
  if ("failure" in rejection) return <p role="alert">{failureText(texts.failures, rejection.failure)}</p>;
  return <p>{texts.renewalRefused}</p>;
}

/** Asks Verifik again whether it accepts the rejected token. It stays while the words above it change. */
function CheckAgain() {
  const { bridge, texts } = useWindow();
  const call = useAnnouncedCall<"check-token">();
  return (
    <Button
      kind="quiet"
      busy={call.pending === "check-token"}
      onClick={() => void call.start("check-token", bridge.checkToken, texts.checking)}
    >
      {texts.checkAgain}
    </Button>
  );
}
