import { useId, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { elapsedMs } from "../state/elapsed-time.ts";
import { type CallError, useWindow } from "../state/window-context.ts";
import { SettingFailure } from "./setting.tsx";

/** Saves the diagnostics file. A hint says what it contains before it is made. */
export function DiagnosticsExport() {
  const { bridge, texts, announce } = useWindow();
  const [exporting, setExporting] = useState(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<CallError>();
  const id = useId();

  async function save(): Promise<void> {
    // The save dialog is still open.
    if (exporting) return;
    setExporting(true);
    setSaved(false);
    setError(undefined);
    const exported = await bridge.exportDiagnostics();
    setExporting(false);
    if (!exported.ok) {
      setError({ failure: exported.error, failedAtMs: elapsedMs() });
      return;
    }
    if (exported.value !== "saved") return;
    setSaved(true);
    announce({ text: texts.diagnosticsSaved, visible: false });
  }

  return (
    <fieldset class="group">
      <legend>{texts.helpHeading}</legend>
      <p id={id} class="hint">
        {texts.diagnosticsHint}
      </p>
      <Button kind="secondary" busy={exporting} describedBy={id} onClick={() => void save()}>
        {texts.exportDiagnostics}
      </Button>
      {/* For the eye only: screen readers get the announcement. */}
      {saved && (
        <p class="hint" aria-hidden>
          {texts.diagnosticsSaved}
        </p>
      )}
      <SettingFailure error={error} />
    </fieldset>
  );
}
