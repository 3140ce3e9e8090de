import type { Message, Variant } from "@jellybrick/dbus-next";
import type { BusConnection } from "./bus-connection.ts";

const PROPERTIES = "org.freedesktop.DBus.Properties";

export interface BusMethod {
  /** D-Bus signature of the values that `run` returns. */
  readonly returns: string;
  /** Called with the arguments and the caller's unique name. The caller gets the reply once the promise has resolved. */
  readonly run: (args: readonly unknown[], sender: string) => unknown[] | Promise<unknown[]>;
}

export interface BusObject {
  readonly path: string;
  readonly interface: string;
  readonly methods: Readonly<Record<string, BusMethod>>;
  readonly properties: () => Readonly<Record<string, Variant>>;
}

/** Puts the object on the bus: other connections can then call its methods and read its properties. */
export function exportObject(connection: BusConnection, object: BusObject): void {
  connection.answer((call) => {
    if (call.path !== object.path) return undefined;
    const method = call.interface === object.interface ? object.methods[call.member] : propertyReader(object, call);
    if (!method) return undefined;
    const { returns: signature } = method;
    const body = method.run(call.body, call.sender);
    return body instanceof Promise ? body.then((later) => ({ signature, body: later })) : { signature, body };
  });
}

function propertyReader(object: BusObject, call: Message): BusMethod | undefined {
  if (call.interface !== PROPERTIES || call.body[0] !== object.interface) return undefined;
  const properties = object.properties();
  if (call.member === "GetAll") return { returns: "a{sv}", run: () => [properties] };
  const value = properties[String(call.body[1])];
  return call.member === "Get" && value !== undefined ? { returns: "v", run: () => [value] } : undefined;
}
