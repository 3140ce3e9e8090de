import type { TokenView } from "../../preload/contract.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { isUsable } from "../state/window-state.ts";
import { MoreIcon } from "./icons.tsx";
import { MenuButton, type MenuItem } from "./menu-button.tsx";

/** The rare actions on the token. What cannot be undone comes last. */
export function MoreMenu({ token }: { token: TokenView }) {
  const { bridge, texts, applyView } = useWindow();
  const call = useAnnouncedCall<"log-out">();
  const usable = isUsable(token);

  const items: MenuItem[] = [{ label: texts.logOut, onChoose: () => void call.start("log-out", bridge.logOut) }];
  // Without a token that Verifik accepts, the primary button says this.
  if (usable && !token.rejected) {
    items.unshift({ label: texts.logInAgain, onChoose: () => void bridge.startLogin().then(applyView) });
  }
  if (usable) {
    const onChoose = () => void bridge.goTo({ route: "revoke" }).then(applyView);
    items.push({ label: texts.revokeTokens, danger: true, onChoose });
  }
  return (
    <MenuButton name={texts.more} class="icon-button" anchor="more" items={items}>
      <MoreIcon />
    </MenuButton>
  );
}
