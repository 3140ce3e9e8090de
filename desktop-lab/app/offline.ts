import type { TrayApp } from "./tray-app.ts";

/** Lets the app's requests fail with Chromium's `ERR_INTERNET_DISCONNECTED` (-106). `enableNetworkEmulation` does not stop them. */
export async function goOffline({ electron }: Pick<TrayApp, "electron">): Promise<void> {
  await electron.evaluate(({ session }) => {
    for (const name of ["verifik-gets", "verifik-posts-0"]) {
      const { protocol } = session.fromPartition(name);
      protocol.interceptBufferProtocol("http", (_request, answer) => answer({ error: -106 }));
    }
  });
}

/** Ends `goOffline`. */
export async function goOnline({ electron }: Pick<TrayApp, "electron">): Promise<void> {
  await electron.evaluate(({ session }) => {
    for (const name of ["verifik-gets", "verifik-posts-0"]) {
      session.fromPartition(name).protocol.uninterceptProtocol("http");
    }
  });
}
