import { failureText } from "../../texts/failure-texts.ts";
import { type CallError, useWindow } from "../state/window-context.ts";
import { FieldMistake } from "./field-mistake.tsx";

const site = "verifik.co";

/** A mistake in the number. The address in its words, where an account can be created, opens the browser. */
export function NumberMistake({ id, error: { failure } }: { id: string; error: CallError }) {
  const { bridge, texts } = useWindow();
  const [before, after] = failureText(texts.failures, failure).split(site);
  return (
    <FieldMistake id={id}>
      {before}
      {after !== undefined && (
        <button
          class="link-in-text"
          type="button"
          aria-label={texts.openVerifik}
          onClick={() => void bridge.openVerifik()}
        >
          {site}
        </button>
      )}
      {after}
    </FieldMistake>
  );
}
