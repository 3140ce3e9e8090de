import type { TokenView } from "../../preload/contract.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { isUsable } from "../state/window-state.ts";
import { Button } from "./button.tsx";
import { RenewRow } from "./renew-row.tsx";

/** The less frequent actions; irreversible ones come last. */
export function TokenActions({ token }: { token: TokenView }) {
  const { bridge, texts, applyView } = useWindow();
  const call = useAnnouncedCall<"log-out">();
  // Separate, so that logging out does not wait for a slow check.
  const check = useAnnouncedCall<"check-token">();
  const usable = isUsable(token);

  return (
    <section class="token-actions">
      {usable && (
        <div class="actions">
          <RenewRow />
          <div class="tiles">
            <Button
              kind="secondary"
              busy={check.pending === "check-token"}
              onClick={() => void check.start("check-token", bridge.checkToken, texts.checking)}
            >
              {texts.checkToken}
            </Button>
            {!token.rejected && (
              <Button kind="secondary" onClick={() => void bridge.startLogin().then(applyView)}>
                {texts.logInAgain}
              </Button>
            )}
          </div>
        </div>
      )}
      <div class="side-actions">
        <Button
          kind="quiet"
          busy={call.pending === "log-out"}
          onClick={() => void call.start("log-out", bridge.logOut)}
        >
          {texts.logOut}
        </Button>
        {usable && (
          <Button kind="quiet" danger onClick={() => void bridge.goTo({ place: "revoke" }).then(applyView)}>
            {texts.revokeTokens}
          </Button>
        )}
      </div>
    </section>
  );
}
