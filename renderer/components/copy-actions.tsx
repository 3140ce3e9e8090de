import type { CopyFormat } from "../../preload/contract.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

interface CopyActionsProps {
  readonly kind: "primary" | "secondary";
  readonly variableName: string;
}

export function CopyActions({ kind, variableName }: CopyActionsProps) {
  const { bridge, texts } = useWindow();
  const call = useAnnouncedCall<CopyFormat>();

  function copy(format: CopyFormat): void {
    void call.start(format, () => bridge.copyToken({ format }));
  }

  return (
    <>
      <Button kind={kind} busy={call.pending === "token"} onClick={() => copy("token")}>
        {texts.copyToken}
      </Button>
      <fieldset class="copy-as">
        <legend>{texts.copyAs}</legend>
        <div class="tiles">
          <Button
            kind="secondary"
            busy={call.pending === "authorization-header"}
            onClick={() => copy("authorization-header")}
          >
            {texts.authorizationHeader}
          </Button>
          <Button kind="secondary" busy={call.pending === "env-line"} onClick={() => copy("env-line")}>
            {texts.envLine(variableName)}
          </Button>
        </div>
      </fieldset>
    </>
  );
}
