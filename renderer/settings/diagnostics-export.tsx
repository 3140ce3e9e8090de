import { useId, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { type ShownFailure, useWindow } from "../state/window-context.ts";
import { SettingFailure } from "./setting.tsx";

/** A text for whoever helps; what is in it is said before it is made. */
export function DiagnosticsExport() {
  const { bridge, texts, announce } = useWindow();
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState(false);
  const [shown, setShown] = useState<ShownFailure>();
  const id = useId();

  async function save(): Promise<void> {
    // The system's own window is still open.
    if (asking) return;
    setAsking(true);
    setSaved(false);
    setShown(undefined);
    const exported = await bridge.exportDiagnostics();
    setAsking(false);
    if (!exported.ok) {
      setShown({ failure: exported.error, failedAtMs: performance.now() });
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
      <Button kind="secondary" busy={asking} describedBy={id} onClick={() => void save()}>
        {texts.exportDiagnostics}
      </Button>
      {/* Where it was asked for; the announcement is for the ear. */}
      {saved && (
        <p class="hint" aria-hidden>
          {texts.diagnosticsSaved}
        </p>
      )}
      <SettingFailure shown={shown} />
    </fieldset>
  );
}
