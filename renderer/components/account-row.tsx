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
  /** The phone number of the token's login, with all but the last two digits hidden. */
  readonly maskedPhone: string | undefined;
  readonly rejected: boolean;
  /** Asks Verifik again; `undefined` without a token to ask about. */
  readonly check: { readonly busy: boolean; readonly start: () => void } | undefined;
}

/** Credits and login as of the last check, and the button that asks again. The header has the owner's name. */
export function AccountRow({ account, receivedAtMs, maskedPhone, rejected, check }: AccountRowProps) {
  const { texts, locale } = useWindow();
  const sinceMs = useTimeSince(receivedAtMs, 10_000);
  // Without a name the header has the number.
  const login = account?.name === undefined ? account?.email : maskedPhone;
  return (
    <div class="list-row">
      <div class="list-words">
        <p>{account ? titleOf(account, texts, locale) : texts.accountAndCredits}</p>
        <p class="list-sub">
          {account ? (
            <>
              <bdi dir={login === maskedPhone ? "ltr" : "auto"} class="numbers">
                {login}
              </bdi>
              {login !== undefined && " · "}
              <span>{rejected ? texts.rejectedNow : texts.accepted(timeLeft(account.checkedMsAgo + sinceMs))}</span>
            </>
          ) : (
            texts.notChecked
          )}
        </p>
      </div>
      {check && <CheckButton asIcon={account !== undefined} busy={check.busy} onClick={check.start} />}
    </div>
  );
}

function titleOf({ credits }: AccountView, texts: Texts, locale: string): string {
  return credits === undefined ? texts.account : texts.credits(credits, locale);
}
