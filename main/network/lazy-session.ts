import { type ProxyConfig, type Session, session } from "electron";
import { blockInvalidStatusCodes } from "./block-invalid-status-codes.ts";

/**
 * An Electron session of this name, in memory only, opened on the first call. Without `proxy` it uses the system's
 * proxy settings.
 */
export function lazySession(
  name: string,
  proxy: ProxyConfig | undefined,
  prepare = (_session: Session): void => {},
): () => Promise<Session> {
  let opened: Promise<Session> | undefined;

  async function open(): Promise<Session> {
    const own = session.fromPartition(name);
    blockInvalidStatusCodes(own);
    prepare(own);
    if (proxy) await own.setProxy(proxy);
    return own;
  }

  return () => {
    opened ??= open();
    return opened;
  };
}
