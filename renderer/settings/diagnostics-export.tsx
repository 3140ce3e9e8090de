import { useId, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { elapsedMs } from "../state/elapsed-time.ts";
import { type CallError, useWindow } from "../state/window-context.ts";
import { SettingFailure } from "./setting-row.tsx";

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
    <div class="list-row list-row-below">
      <div class="list-line">
        <span id={`${id}-title`}>{texts.diagnostics}</span>
        <Button
          kind="secondary"
          small
          busy={exporting}
          describedBy={`${id}-title ${id}-hint`}
          onClick={() => void save()}
        >
          {texts.exportDiagnostics}
        </Button>
      </div>
      {/* Screen readers get the announcement that the file was saved. */}
      <p id={`${id}-hint`} class="list-sub" aria-hidden={saved}>
        {saved ? texts.diagnosticsSaved : texts.diagnosticsHint}
      </p>
      <SettingFailure error={error} />
    </div>
  );
}
