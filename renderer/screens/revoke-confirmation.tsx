import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { FailureMessage } from "../components/failure-message.tsx";
import { useCall } from "../hooks/use-call.ts";
import { useEscape } from "../hooks/use-escape.ts";
import { useWindow } from "../state/window-context.ts";

export function RevokeConfirmation() {
  const { bridge, texts, applyView } = useWindow();
  const call = useCall<"revoke-tokens">();
  const cancelButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const busy = call.pending !== undefined;

  useEffect(() => cancelButton.current?.focus(), []);
  // A request that was sent cannot be cancelled.
  useEscape(!busy, cancel);

  function cancel(): void {
    void bridge.goTo({ place: "token" }).then(applyView);
  }

  return (
    <section class="revoke" role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-consequences`}>
      <h1 id={id}>{texts.revokeHeading}</h1>
      <div id={`${id}-consequences`} class="card">
        <p>{texts.revokeIntro}</p>
        <ul>
          {texts.revokeConsequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
        <p class="revoke-final">{texts.revokeFinal}</p>
      </div>
      <FailureMessage id={`${id}-failure`} error={call.error} />
      <div class="actions">
        <Button
          kind="primary"
          danger
          busy={busy}
          onClick={() => void call.start("revoke-tokens", bridge.revokeTokens, texts.revoking)}
        >
          {texts.revokeConfirm}
        </Button>
        <Button kind="secondary" ref={cancelButton} disabled={busy} onClick={cancel}>
          {texts.cancel}
        </Button>
      </div>
    </section>
  );
}
