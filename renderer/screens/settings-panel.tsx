import { useEffect } from "preact/hooks";
import type { CommandLineView, Settings, UpdateView } from "../../preload/contract.ts";
import { useEscape } from "../hooks/use-escape.ts";
import { AccountLink } from "../settings/account-link.tsx";
import { AutomaticRenewalSetting } from "../settings/automatic-renewal-setting.tsx";
import { AutostartSetting } from "../settings/autostart-setting.tsx";
import { ClipboardSetting } from "../settings/clipboard-setting.tsx";
import { CommandLineSetting } from "../settings/command-line-setting.tsx";
import { DiagnosticsExport } from "../settings/diagnostics-export.tsx";
import { LanguageSetting } from "../settings/language-setting.tsx";
import { ReminderSettings } from "../settings/reminder-settings.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { UpdateSetting } from "../settings/update-setting.tsx";
import { VariableNameSetting } from "../settings/variable-name-setting.tsx";
import { useWindow } from "../state/window-context.ts";

interface SettingsPanelProps {
  readonly settings: Settings;
  readonly renewsItself: boolean;
  readonly startsAtLogin: boolean | undefined;
  readonly update: UpdateView;
  readonly commandLine: CommandLineView;
}

/** Every setting is saved as soon as it changes. */
export function SettingsPanel({ settings, renewsItself, startsAtLogin, update, commandLine }: SettingsPanelProps) {
  const { bridge, texts, applyView } = useWindow();

  useEscape(true, () => {
    saveFocusedField();
    void bridge.goTo({ route: "token" }).then(applyView);
  });
  useEffect(() => {
    // Closing the window does not blur the field.
    window.addEventListener("pagehide", saveFocusedField);
    return () => window.removeEventListener("pagehide", saveFocusedField);
  }, []);

  return (
    <div class="settings">
      <SettingsSection title={texts.remindersHeading}>
        <ReminderSettings settings={settings} />
      </SettingsSection>
      <SettingsSection title={texts.renewalHeading}>
        <AutomaticRenewalSetting isOn={renewsItself} />
      </SettingsSection>
      <SettingsSection title={texts.copyingHeading}>
        <ClipboardSetting clearing={settings.clipboardClearing} />
        <VariableNameSetting variableName={settings.variableName} />
      </SettingsSection>
      <SettingsSection title={texts.commandLineHeading}>
        <CommandLineSetting isOn={settings.commandLine} view={commandLine} />
      </SettingsSection>
      <SettingsSection title={texts.generalHeading}>
        <LanguageSetting language={settings.language} />
        <AutostartSetting startsAtLogin={startsAtLogin} />
      </SettingsSection>
      <SettingsSection title={texts.aboutHeading}>
        <UpdateSetting update={update} />
        <DiagnosticsExport />
        <AccountLink />
      </SettingsSection>
    </div>
  );
}

/** A text field is saved when it loses the focus. */
function saveFocusedField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
