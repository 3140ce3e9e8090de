import type { Route, SessionView } from "../../preload/contract.ts";
import { useWindow } from "../state/window-context.ts";
import type { Screen } from "../state/window-state.ts";
import { Button } from "./button.tsx";
import { BackIcon, SettingsIcon } from "./icons.tsx";
import { StatusIcon } from "./status-icon.tsx";

interface WindowHeaderProps {
  readonly screen: Screen;
  readonly api: SessionView["api"];
  readonly isTestBuild: boolean;
}

export function WindowHeader({ screen, api, isTestBuild }: WindowHeaderProps) {
  const { bridge, texts, applyView } = useWindow();

  function goTo(place: Route): void {
    void bridge.goTo({ place }).then(applyView);
  }

  return (
    <header>
      {isTestBuild && <p class="origin">{texts.testBuild}</p>}
      {!api.isDefault && <p class="origin">{texts.otherOrigin(api.origin)}</p>}
      <div class="header-row">
        {screen === "settings" ? (
          <Button kind="quiet" onClick={() => goTo("token")}>
            <BackIcon />
            {texts.back}
          </Button>
        ) : (
          <p class="brand">
            <StatusIcon status="valid" />
            {texts.productName}
          </p>
        )}
        {screen !== "settings" && screen !== "revoke" && (
          <Button kind="quiet" onClick={() => goTo("settings")}>
            <SettingsIcon />
            <span class="visually-hidden">{texts.settingsHeading}</span>
          </Button>
        )}
      </div>
    </header>
  );
}
