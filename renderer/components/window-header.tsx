import type { Route, SessionView } from "../../preload/contract.ts";
import { useWindow } from "../state/window-context.ts";
import type { Screen } from "../state/window-state.ts";
import { Button } from "./button.tsx";
import { BackIcon, SettingsIcon } from "./icons.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { ScreenHeading } from "./screen-heading.tsx";
import { StatusIcon } from "./status-icon.tsx";

interface WindowHeaderProps {
  readonly screen: Screen;
  readonly view: SessionView;
}

export function WindowHeader({ screen, view: { api, isTestBuild, token, account } }: WindowHeaderProps) {
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
          <Button kind="icon" name={texts.back} onClick={() => goTo("token")}>
            <BackIcon />
          </Button>
          <ScreenHeading class="bar-title">{texts.settingsHeading}</ScreenHeading>
        </div>
      </header>
    );
  }
  const owner =
    screen === "token" && "maskedPhone" in token ? { name: account?.name, number: token.maskedPhone } : undefined;
  return (
    <header>
      {strips}
      <div class="bar">
        {owner === undefined ? (
          <p class="bar-start">
            {screen !== "token" && <StatusIcon status="absent" />}
            {texts.productName}
          </p>
        ) : (
          <p class="bar-start">
            {owner.name === undefined ? <bdi dir="ltr">{owner.number}</bdi> : <bdi>{owner.name}</bdi>}
          </p>
        )}
        <div class="bar-end">
          {screen === "token" && <MoreMenu token={token} />}
          <Button kind="icon" name={texts.settingsHeading} onClick={() => goTo("settings")}>
            <SettingsIcon />
          </Button>
        </div>
      </div>
    </header>
  );
}
