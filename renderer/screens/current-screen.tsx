import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useState } from "preact/hooks";
import { screenOf, type WindowState } from "../state/window-state.ts";
import { type CodeDraft, CodeForm } from "./code-form.tsx";
import { LoginIntro } from "./login-intro.tsx";
import { type PhoneDraft, PhoneForm } from "./phone-form.tsx";
import { RevokeConfirmation } from "./revoke-confirmation.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import { TokenPanel } from "./token-panel.tsx";
import { TokenUpkeep } from "./token-upkeep.tsx";

interface CurrentScreenProps {
  readonly state: WindowState;
  /** In the same place among the children of every screen: a live region that comes with its text is not always read out. */
  readonly notices: ComponentChildren;
}

/**
 * Sets the state when the key changes, but for a key of false. A function of its own, because an effect is kept until its key
 * changes, and with it all that the function around it has at hand: there it would be the very text that is to be forgotten.
 */
function useResetOn<Value>(set: (value: Value) => void, value: Value, key: string | boolean): void {
  useLayoutEffect(() => {
    if (key !== false) set(value);
  }, [set, value, key]);
}

const noCode: CodeDraft = { text: "", shown: undefined };

export function CurrentScreen({ state, notices }: CurrentScreenProps) {
  const { view, receivedAtMs, justLoggedIn } = state;
  const { token, login, account, settings } = view;
  const screen = screenOf(view);
  const [draft, setDraft] = useState<PhoneDraft>();
  const [code, setCode] = useState(noCode);
  const introId = useId();

  // Once logged in the number is of no more use here.
  useResetOn(setDraft, undefined, screen === "token");
  // What was typed belongs to the code that it was typed for.
  useResetOn(setCode, noCode, login.step);

  function upperPart(): ComponentChildren {
    if (screen === "settings") {
      return <SettingsPanel settings={settings} startsAtLogin={view.startsAtLogin} update={view.update} />;
    }
    if (screen === "revoke") return <RevokeConfirmation />;
    if (login.step === "otp" || login.step === "authenticator") {
      return <CodeForm login={login} receivedAtMs={receivedAtMs} draft={code} onDraft={setCode} />;
    }
    if (login.step === "phone" || token.status === "absent") return <LoginIntro id={introId} />;
    return (
      <TokenPanel
        token={token}
        account={account}
        variableName={settings.variableName}
        justLoggedIn={justLoggedIn}
        newsHidden={view.update.isHidden}
      />
    );
  }

  function lowerPart(): ComponentChildren {
    if (screen === "token") return <TokenUpkeep token={token} />;
    if (screen !== "phone") return null;
    return (
      <PhoneForm
        introId={introId}
        draft={draft ?? { regionCode: view.regionCode, phone: "", remember: settings.rememberNumber, usesOther: false }}
        rememberedNumber={login.step === "phone" ? login.rememberedNumber : undefined}
        onDraft={setDraft}
        cancellable={token.status !== "absent"}
      />
    );
  }

  return (
    <>
      {upperPart()}
      {notices}
      {lowerPart()}
    </>
  );
}
