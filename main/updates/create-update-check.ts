import { app, type ProxyConfig } from "electron";
import type { Clock } from "../../domain/ports.ts";
import type { CurrentSettings } from "../../domain/settings.ts";
import type { UpdateView } from "../../preload/contract.ts";
import { callTimeoutMs, responseLimitBytes } from "../config.ts";
import { log } from "../log/log.ts";
import { createAnonymousFetch } from "../network/anonymous-fetch.ts";
import { createTransport } from "../network/transport.ts";
import { UpdateStore } from "../storage/update-store.ts";
import { checksByDefault, readInstallation } from "./installation.ts";
import { createReleaseFeed } from "./release-feed.ts";
import { UpdateCheck } from "./update-check.ts";

/** The update check over an anonymous session, stored in the profile folder. */
export function createUpdateCheck(
  feedAddress: string,
  proxy: ProxyConfig | undefined,
  settings: CurrentSettings,
  clock: Clock,
  onChanged: () => void,
): UpdateCheck {
  const { origin, pathname, search } = new URL(feedAddress);
  const transport = createTransport({
    origin,
    fetch: createAnonymousFetch(proxy),
    timeoutMs: callTimeoutMs,
    responseLimitBytes,
  });
  return new UpdateCheck({
    ownVersion: app.getVersion(),
    settings,
    checksByDefault: checksByDefault(readInstallation(app.isPackaged, process.resourcesPath)),
    openStore: () => new UpdateStore(app.getPath("userData"), clock.nowMs()),
    feed: createReleaseFeed(transport, pathname + search),
    clock,
    onChanged,
    onFailed: (failure) => log({ kind: "update-not-looked-for", failure }),
  });
}

/** The update state as the window shows it. */
export function updateView(check: UpdateCheck, feedAddress: string): UpdateView {
  return {
    isOn: check.isOn,
    asks: new URL(feedAddress).host,
    version: app.getVersion(),
    newer: check.newer?.text,
    isHidden: check.isHidden,
  };
}
