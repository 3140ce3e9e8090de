import type { TokenView } from "../../preload/contract.ts";
import { Button } from "../components/button.tsx";
import { RenewRow } from "../components/renew-row.tsx";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { isUsable } from "../state/window-state.ts";

/** What is done with the token now and then; what cannot be taken back stands last. */
export function TokenUpkeep({ token }: { token: TokenView }) {
  const { bridge, texts, applyView } = useWindow();
  const call = useAnnouncedCall<"log-out">();
  // Of its own, because it may take long and nothing has to wait for it.
  const check = useAnnouncedCall<"check-token">();
  const usable = isUsable(token);

  return (
    <section class="upkeep">
      {usable && (
        <div class="actions">
          <RenewRow />
          <div class="tiles">
            <Button
              kind="secondary"
              busy={check.underWay === "check-token"}
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
          busy={call.underWay === "log-out"}
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
