import type { TrayApp } from "./tray-app.ts";

/** Chromium's own error for it (-106), on the way that the app's requests take; `enableNetworkEmulation` lets them by. */
export async function goOffline({ electron }: Pick<TrayApp, "electron">): Promise<void> {
  await electron.evaluate(({ session }) => {
    for (const name of ["verifik-gets", "verifik-posts-0"]) {
      const { protocol } = session.fromPartition(name);
      protocol.interceptBufferProtocol("http", (_request, answer) => answer({ error: -106 }));
    }
  });
}

export async function goOnline({ electron }: Pick<TrayApp, "electron">): Promise<void> {
  await electron.evaluate(({ session }) => {
    for (const name of ["verifik-gets", "verifik-posts-0"]) {
      session.fromPartition(name).protocol.uninterceptProtocol("http");
    }
  });
}
