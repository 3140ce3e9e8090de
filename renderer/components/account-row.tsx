import { timeLeft } from "../../domain/token/time-left.ts";
import type { AccountView } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { useTimeSince } from "../hooks/use-time-since.ts";
import { useWindow } from "../state/window-context.ts";
import { CheckButton } from "./check-button.tsx";

interface AccountRowProps {
  /** `undefined` before the first check. */
  readonly account: AccountView | undefined;
  readonly receivedAtMs: number;
  /** Verifik accepted the token when it was last asked, if it was. */
  readonly accepted: boolean;
  /** Asks Verifik again; `undefined` without a token to ask about. */
  readonly check: { readonly busy: boolean; readonly start: () => void } | undefined;
}

/** Credits and owner as of the last check, and the button that asks again. */
export function AccountRow({ account, receivedAtMs, accepted, check }: AccountRowProps) {
  const { texts, locale } = useWindow();
  const sinceMs = useTimeSince(receivedAtMs, 10_000);
  const ago = account && accepted && texts.accepted(timeLeft(account.checkedMsAgo + sinceMs));
  return (
    <div class="list-row">
      <div class="list-words">
        <p>{account ? titleOf(account, texts, locale) : texts.accountAndCredits}</p>
        <p class="list-sub">
          {account ? [account.name ?? account.email, ago].filter((part) => part).join(" · ") : texts.notChecked}
        </p>
      </div>
      {check && <CheckButton asIcon={account !== undefined} busy={check.busy} onClick={check.start} />}
    </div>
  );
}

function titleOf({ credits }: AccountView, texts: Texts, locale: string): string {
  return credits === undefined ? texts.account : texts.credits(credits, locale);
}
