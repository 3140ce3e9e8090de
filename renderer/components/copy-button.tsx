import type { CopyFormat } from "../../preload/contract.ts";
import { shortName } from "../../texts/short-name.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";
import { ChevronIcon } from "./icons.tsx";
import { MenuButton } from "./menu-button.tsx";

interface CopyButtonProps {
  /** In a row of the list, for a token that Verifik rejected. */
  readonly inRow?: boolean;
  readonly variableName: string;
}

/** Copies the token; its second half opens the other forms. */
export function CopyButton({ inRow = false, variableName }: CopyButtonProps) {
  const { bridge, texts } = useWindow();
  const call = useAnnouncedCall<CopyFormat>();
  const kind = inRow ? "secondary" : "primary";

  function copy(format: CopyFormat): void {
    void call.start(format, () => bridge.copyToken({ format }));
  }

  return (
    <div class="split">
      <Button
        kind={kind}
        small={inRow}
        busy={call.pending !== undefined}
        name={inRow ? texts.copyToken : undefined}
        onClick={() => copy("token")}
      >
        {inRow ? texts.copy : texts.copyToken}
      </Button>
      <MenuButton
        name={texts.copyAs}
        class={`button button-${kind}${inRow ? " button-small" : ""}`}
        anchor="copy"
        items={[
          {
            label: texts.authorizationHeader,
            hint: "Bearer …",
            onChoose: () => copy("authorization-header"),
          },
          {
            label: texts.envLineFormat,
            hint: shortName(variableName),
            onChoose: () => copy("env-line"),
          },
        ]}
      >
        <ChevronIcon small />
      </MenuButton>
    </div>
  );
}
