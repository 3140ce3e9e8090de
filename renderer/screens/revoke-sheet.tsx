import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { FailureBanner } from "../components/failure-message.tsx";
import { StopIcon } from "../components/icons.tsx";
import { useCall } from "../hooks/use-call.ts";
import { useEscape } from "../hooks/use-escape.ts";
import { useWindow } from "../state/window-context.ts";

/** Asks before all tokens are revoked. It lies over the token screen. */
export function RevokeSheet() {
  const { bridge, texts, applyView } = useWindow();
  const call = useCall<"revoke-tokens">();
  const sheet = useRef<HTMLDialogElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const busy = call.pending !== undefined;

  useLayoutEffect(() => {
    sheet.current?.showModal();
    cancelButton.current?.focus();
  }, []);
  useEscape(true, (event) => {
    // The dialog must not close by itself: a request that was sent cannot be cancelled.
    event.preventDefault();
    if (!busy) cancel();
  });

  function cancel(): void {
    void bridge.goTo({ route: "token" }).then(applyView);
  }

  return (
    <dialog ref={sheet} class="sheet" role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-consequences`}>
      <h1 id={id}>{texts.revokeHeading}</h1>
      <div id={`${id}-consequences`}>
        <p>{texts.revokeIntro}</p>
        <ul class="consequences">
          {texts.revokeConsequences.map((consequence) => (
            <li key={consequence}>
              <StopIcon />
              {consequence}
            </li>
          ))}
        </ul>
        <p class="revoke-final">{texts.revokeFinal}</p>
      </div>
      <FailureBanner error={call.error} />
      {/* The window's own live region is silent behind the sheet. */}
      <p class="visually-hidden" role="status">
        {busy && texts.revoking}
      </p>
      <div class="form-actions">
        <Button
          kind="primary"
          danger
          wide
          busy={busy}
          onClick={() => void call.start("revoke-tokens", bridge.revokeTokens, texts.revoking)}
        >
          {texts.revokeConfirm}
        </Button>
        <Button kind="secondary" wide ref={cancelButton} disabled={busy} onClick={cancel}>
          {texts.cancel}
        </Button>
      </div>
    </dialog>
  );
}
