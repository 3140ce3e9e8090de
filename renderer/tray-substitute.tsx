import { Button } from "./button.tsx";
import { FailureMessage } from "./failure-message.tsx";
import { useCall } from "./use-call.ts";
import { useWindow } from "./window-context.ts";

/** What only the tray's menu offers, for desktops that show no tray icons. */
export function TraySubstitute({ startsAtLogin }: { startsAtLogin: boolean | undefined }) {
  const { bridge, texts } = useWindow();
  const call = useCall<"set-autostart">();
  return (
    <section class="tray-substitute">
      <p>{texts.trayMissing}</p>
      {call.shown && <FailureMessage id="autostart-failure" shown={call.shown} />}
      <div class="row">
        <label class="checkbox">
          <input
            type="checkbox"
            checked={startsAtLogin === true}
            disabled={startsAtLogin === undefined}
            onChange={(event) => {
              const enabled = event.currentTarget.checked;
              void call.start("set-autostart", () => bridge.setAutostart({ enabled }));
            }}
          />
          {texts.startAtLogin}
        </label>
        <Button kind="quiet" onClick={() => void bridge.quit()}>
          {texts.quit}
        </Button>
      </div>
    </section>
  );
}
