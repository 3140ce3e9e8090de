import type { Account, TokenPlace, TokenView } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { expiryText, statusText } from "../../texts/token-texts.ts";
import { useWindow } from "../state/window-context.ts";
import { StatusIcon } from "./status-icon.tsx";
import { unbrokenDate } from "./unbroken-date.ts";

type PresentToken = Exclude<TokenView, { status: "absent" }>;

export interface TokenCardProps {
  readonly token: PresentToken;
  readonly account: Account | undefined;
}

/** `stateId`: the id of the element with the token's status and expiry. */
export function TokenCard({ token, account, stateId }: TokenCardProps & { readonly stateId: string }) {
  const { texts, locale } = useWindow();
  if (token.status === "unreadable") {
    return (
      <div class="card">
        <div class="card-head">
          <StatusIcon status={token.status} />
          <p id={stateId} class="card-status">
            {texts.storedTokenUnreadable}
          </p>
        </div>
        <p class="card-line">{texts.unreadable(token.why)}</p>
      </div>
    );
  }
  const owner = account && accountText(account, texts, locale);
  return (
    <div class="card">
      <div class="card-head">
        <StatusIcon status={token.rejected ? "expired" : token.status} />
        <div id={stateId}>
          <p class="card-status">{statusText(texts, token).replace(" ·", "\u00a0·")}</p>
          {/* The expiry no longer matters once Verifik has rejected the token. */}
          {!token.rejected && <p class="card-expiry">{expiryText(texts, token, locale, unbrokenDate)}</p>}
        </div>
      </div>
      <div class="card-lines">
        <p>{texts.phoneUsed(token.maskedPhone)}</p>
        {owner && <p>{owner}</p>}
        {token.expiryEstimated && !token.rejected && <p>{texts.estimated}</p>}
        {token.place === "being-stored" && <p>{texts.beingStored}</p>}
      </div>
      <MemoryWarning place={token.place} />
    </div>
  );
}

function MemoryWarning({ place }: { place: TokenPlace }) {
  const { texts } = useWindow();
  if (place === "memory-without-keyring") return <p class="warning">{texts.memoryWithoutKeyring}</p>;
  if (place === "memory-after-write-failure") return <p class="warning">{texts.memoryAfterWriteFailure}</p>;
  return null;
}

/** "Account: Ana Prueba · 250 credits", without the parts that Verifik does not send; "" without any. */
function accountText({ name, email, credits }: Account, texts: Texts, locale: string): string {
  const owner = name ?? email;
  return [owner && texts.account(owner), credits !== undefined && texts.credits(credits, locale)]
    .filter((part) => part)
    .join(" · ");
}
