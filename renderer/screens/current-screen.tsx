import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { regionWithNumbers } from "../../domain/phone/regions.ts";
import { TokenList } from "../components/token-list.tsx";
import { useResetOn } from "../hooks/use-reset-on.ts";
import { screenOf, type WindowState } from "../state/window-state.ts";
import { type CodeDraft, CodeForm } from "./code-form.tsx";
import { type PhoneDraft, PhoneForm } from "./phone-form.tsx";
import { RevokeSheet } from "./revoke-sheet.tsx";
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
  const { token, login, account, settings, automaticRenewal } = view;
  const screen = screenOf(view);
  const [draft, setDraft] = useState<PhoneDraft>();
  const [code, setCode] = useState(noCode);

  // The number is not needed after the login.
  useResetOn(setDraft, undefined, screen === "token");
  // The next step asks for another code.
  useResetOn(setCode, noCode, login.step);

  function upperPart(): ComponentChildren {
    if (screen === "settings") {
      return (
        <SettingsPanel
          settings={settings}
          renewsItself={automaticRenewal.isOn}
          startsAtLogin={view.startsAtLogin}
          update={view.update}
          commandLine={view.commandLine}
        />
      );
    }
    if (screen === "code" && (login.step === "otp" || login.step === "authenticator")) {
      return <CodeForm login={login} receivedAtMs={receivedAtMs} draft={code} onDraft={setCode} />;
    }
    if (screen === "phone") {
      const regionCode = regionWithNumbers(view.regionCode);
      return (
        <PhoneForm
          draft={draft ?? { regionCode, phone: "", remember: settings.rememberNumber, usesOther: false }}
          rememberedNumber={login.step === "phone" ? login.rememberedNumber : undefined}
          onDraft={setDraft}
          cancellable={token.status !== "absent"}
        />
      );
    }
    if (token.status === "absent") return null;
    return (
      <TokenPanel
        token={token}
        receivedAtMs={receivedAtMs}
        renewsAtMs={automaticRenewal.nextAtMs}
        variableName={settings.variableName}
        justLoggedIn={justLoggedIn}
        outsideKey={`${screen} ${view.update.isHidden} ${view.notices.some(({ kind }) => kind === "copied")}`}
      />
    );
  }

  return (
    <>
      {upperPart()}
      {notices}
      {(screen === "token" || screen === "revoke") && (
        <TokenList
          token={token}
          renewal={automaticRenewal}
          account={account}
          variableName={settings.variableName}
          receivedAtMs={receivedAtMs}
        />
      )}
      {screen === "revoke" && <RevokeSheet />}
    </>
  );
}
