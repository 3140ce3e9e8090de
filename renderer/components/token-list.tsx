import type { AccountView, AutomaticRenewalView, TokenView } from "../../preload/contract.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { isUsable } from "../state/window-state.ts";
import { AccountRow } from "./account-row.tsx";
import { AutomaticRenewalRow } from "./automatic-renewal-row.tsx";
import { CopyButton } from "./copy-button.tsx";
import { RenewRow } from "./renew-row.tsx";
import { RenewalOffer } from "./renewal-offer.tsx";

interface TokenListProps {
  readonly token: TokenView;
  readonly renewal: AutomaticRenewalView;
  readonly account: AccountView | undefined;
  readonly variableName: string;
  readonly receivedAtMs: number;
}

/** What is done with the token now and then, below the messages. */
export function TokenList({ token, renewal, account, variableName, receivedAtMs }: TokenListProps) {
  const { bridge, texts } = useWindow();
  // Here, because the row may go before the failure of its call arrives.
  const call = useAnnouncedCall<"check-token">();
  const usable = isUsable(token);
  const accepted = usable && !token.rejected;
  // A token that was not renewed automatically says why, also when it can be used no longer.
  const tellsRenewal = accepted || renewal.problem !== undefined;
  if (!usable && !account && !tellsRenewal) return null;
  const check = {
    busy: call.pending === "check-token",
    start: () => void call.start("check-token", bridge.checkToken, texts.checking),
  };
  return (
    <section class="list">
      {accepted && renewal.isOffered && <RenewalOffer />}
      {tellsRenewal && !renewal.isOffered && (
        <AutomaticRenewalRow renewal={renewal} soon={token.status === "expires-soon"} />
      )}
      {accepted && <RenewRow due={token.status === "expires-soon"} />}
      {usable && token.rejected && <UseAnywayRow variableName={variableName} />}
      {(accepted || account) && (
        <AccountRow
          account={account}
          receivedAtMs={receivedAtMs}
          maskedPhone={"maskedPhone" in token ? token.maskedPhone : undefined}
          rejected={isRejected(token)}
          check={accepted ? check : undefined}
        />
      )}
    </section>
  );
}

function isRejected(token: TokenView): boolean {
  return "rejected" in token && token.rejected;
}

/** A rejection may come from a proxy, so a rejected token can still be copied. */
function UseAnywayRow({ variableName }: { variableName: string }) {
  const { texts } = useWindow();
  return (
    <div class="list-row">
      <div class="list-words">
        <p>{texts.useAnyway}</p>
        <p class="list-sub">{texts.useAnywayHint}</p>
      </div>
      <CopyButton inRow variableName={variableName} />
    </div>
  );
}
