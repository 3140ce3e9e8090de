import type { Route, SessionView } from "../../preload/contract.ts";
import { useWindow } from "../state/window-context.ts";
import type { Screen } from "../state/window-state.ts";
import { IconButton } from "./icon-button.tsx";
import { BackIcon, SettingsIcon } from "./icons.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { ScreenHeading } from "./screen-heading.tsx";
import { StatusIcon } from "./status-icon.tsx";

interface WindowHeaderProps {
  readonly screen: Screen;
  readonly view: SessionView;
}

export function WindowHeader({ screen, view: { api, isTestBuild, token } }: WindowHeaderProps) {
  const { bridge, texts, applyView } = useWindow();

  function goTo(route: Route): void {
    void bridge.goTo({ route }).then(applyView);
  }

  const strips = (
    <>
      {isTestBuild && <p class="origin">{texts.testBuild}</p>}
      {!api.isDefault && <p class="origin">{texts.otherOrigin(api.origin)}</p>}
    </>
  );
  if (screen === "settings") {
    return (
      <header class="header-settings">
        {strips}
        <div class="bar bar-back">
          <IconButton name={texts.back} onClick={() => goTo("token")}>
            <BackIcon />
          </IconButton>
          <ScreenHeading class="bar-title">{texts.settingsHeading}</ScreenHeading>
        </div>
      </header>
    );
  }
  const number = screen === "token" && "maskedPhone" in token ? token.maskedPhone : undefined;
  return (
    <header>
      {strips}
      <div class="bar">
        {number === undefined ? (
          <p class="bar-start">
            {screen !== "token" && <StatusIcon status="absent" />}
            {texts.productName}
          </p>
        ) : (
          <p class="bar-start">
            <bdi dir="ltr">{number}</bdi>
          </p>
        )}
        <div class="bar-end">
          {screen === "token" && <MoreMenu token={token} />}
          <IconButton name={texts.settingsHeading} onClick={() => goTo("settings")}>
            <SettingsIcon />
          </IconButton>
        </div>
      </div>
    </header>
  );
}
