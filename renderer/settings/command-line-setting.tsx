import { useId } from "preact/hooks";
import type { CommandLineView } from "../../preload/contract.ts";
import { Switch } from "../components/switch.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure, SettingRow } from "./setting-row.tsx";

interface CommandLineSettingProps {
  /** The setting. */
  readonly isOn: boolean;
  readonly view: CommandLineView;
}

/** Lets programs get the token. Below it: how often they did today. */
export function CommandLineSetting({ isOn, view: { state, uses } }: CommandLineSettingProps) {
  const { texts, locale } = useWindow();
  const { error, change } = useSaveSettings();
  const id = useId();
  const time = (momentMs: number) => new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(momentMs);
  return (
    <SettingRow
      id={id}
      label={texts.commandLine}
      hint={texts.commandLineHint}
      control={
        <Switch id={id} checked={isOn} describedBy={`${id}-hint`} onChange={(commandLine) => change({ commandLine })} />
      }
    >
      {state === "no-place" && <p class="list-sub">{texts.commandLineNoPlace}</p>}
      {uses && <p class="list-sub">{texts.commandLineUses(uses.count, time(uses.sinceMs), time(uses.lastAtMs))}</p>}
      <SettingFailure error={error} />
    </SettingRow>
  );
}
