import { useEffect, useState } from "preact/hooks";
import { CodeForm } from "./code-form.tsx";
import { type PhoneDraft, PhoneForm } from "./phone-form.tsx";
import { RevokeConfirmation } from "./revoke-confirmation.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import { TokenPanel } from "./token-panel.tsx";
import { screenOf, type WindowState } from "./window-state.ts";

export function CurrentScreen({ state }: { state: WindowState }) {
  const { view, receivedAtMs, justLoggedIn } = state;
  const { token, login, account, settings } = view;
  const screen = screenOf(view);
  const [draft, setDraft] = useState<PhoneDraft>();

  useEffect(() => {
    // Once logged in the number is of no more use here.
    if (screen === "token") setDraft(undefined);
  }, [screen]);

  if (screen === "settings") return <SettingsPanel settings={settings} startsAtLogin={view.startsAtLogin} />;
  if (login.step === "otp" || login.step === "authenticator") {
    return <CodeForm login={login} receivedAtMs={receivedAtMs} />;
  }
  if (login.step === "phone" || token.status === "absent") {
    return (
      <PhoneForm
        draft={draft ?? { regionCode: view.regionCode, phone: "", remember: settings.rememberNumber, usesOther: false }}
        rememberedNumber={login.step === "phone" ? login.rememberedNumber : undefined}
        onDraft={setDraft}
        cancellable={token.status !== "absent"}
      />
    );
  }
  if (screen === "revoke") return <RevokeConfirmation />;
  return (
    <TokenPanel token={token} account={account} variableName={settings.variableName} justLoggedIn={justLoggedIn} />
  );
}
