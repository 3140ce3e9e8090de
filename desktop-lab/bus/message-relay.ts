import { Message } from "@jellybrick/dbus-next";
import type { Answer, BusConnection } from "./bus-connection.ts";

/** A service or app on one of two buses. */
export interface Peer {
  readonly connection: BusConnection;
  readonly busName: string;
}

/** Forwards each call on those paths to the peer on the other bus, and the peer's reply back. */
export function relayCalls(served: BusConnection, paths: readonly string[], peer: Peer): void {
  served.answer((call) => (paths.includes(call.path) ? relayCall(call, peer) : undefined));
}

/** Forwards the call, with other arguments if `body` is given. Returns the peer's reply; rejects with the peer's error. */
export async function relayCall(call: Message, peer: Peer, body = call.body): Promise<Answer> {
  const { path, interface: interfaceName, member, signature, flags } = call;
  const target = { destination: peer.busName, path, interface: interfaceName, member };
  const answer = await peer.connection.send(new Message({ ...target, signature, body, flags }));
  return answer ?? { signature: "", body: [] };
}

/** Repeats the signal on another bus. */
export function relaySignal(signal: Message, to: BusConnection): void {
  const { path, interface: interfaceName, member, signature, body } = signal;
  to.emit({ path, interface: interfaceName, member, signature, body });
}

/** Offers a service of one bus under its own name on another. */
export async function relayService(service: Peer, path: string, to: BusConnection): Promise<void> {
  relayCalls(to, [path], service);
  await service.connection.watch({ path, interface: service.busName }, (signal) => relaySignal(signal, to));
  await to.ownName(service.busName);
}
