import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { LoginIntro } from "../components/login-intro.tsx";
import { TokenList } from "../components/token-list.tsx";
import { useResetOn } from "../hooks/use-reset-on.ts";
import { screenOf, type WindowState } from "../state/window-state.ts";
import { type CodeDraft, CodeForm } from "./code-form.tsx";
import { type PhoneDraft, PhoneForm } from "./phone-form.tsx";
import { RevokeConfirmation } from "./revoke-confirmation.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import { TokenPanel } from "./token-panel.tsx";

interface CurrentScreenProps {
  readonly state: WindowState;
  /** Keeps its position among the children of every screen: screen readers may skip a live region that is inserted with its text. */
  readonly notices: ComponentChildren;
}

const noCode: CodeDraft = { text: "", error: undefined };

export function CurrentScreen({ state, notices }: CurrentScreenProps) {
  const { view, receivedAtMs, justLoggedIn } = state;
  const { token, login, account, settings } = view;
  const screen = screenOf(view);
  const [draft, setDraft] = useState<PhoneDraft>();
  const [code, setCode] = useState(noCode);
  const introId = useId();

  // The number is not needed after the login.
  useResetOn(setDraft, undefined, screen === "token");
  // The next step asks for another code.
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
        receivedAtMs={receivedAtMs}
        variableName={settings.variableName}
        justLoggedIn={justLoggedIn}
        outsideKey={`${view.update.isHidden} ${view.notices.some(({ kind }) => kind === "copied")}`}
      />
    );
  }

  function lowerPart(): ComponentChildren {
    if (screen === "token") {
      const { variableName } = settings;
      return <TokenList token={token} account={account} variableName={variableName} receivedAtMs={receivedAtMs} />;
    }
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
