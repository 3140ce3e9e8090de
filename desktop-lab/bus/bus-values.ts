import { Variant } from "@jellybrick/dbus-next";
import * as v from "valibot";
import type { BusConnection, MethodCall } from "./bus-connection.ts";

/** A schema for a D-Bus variant with such content. Parses to the content. */
export function variantOf<Schema extends v.GenericSchema>(content: Schema) {
  return v.pipe(
    v.instance(Variant),
    v.transform((variant): unknown => variant.value),
    content,
  );
}

export type BusInterface = Pick<MethodCall, "destination" | "path" | "interface">;

/** Reads a boolean property. Rejects if it is missing or has another type. */
export async function readFlag(connection: BusConnection, owner: BusInterface, name: string): Promise<boolean> {
  const body = await connection.call({
    ...owner,
    interface: "org.freedesktop.DBus.Properties",
    member: "Get",
    signature: "ss",
    body: [owner.interface, name],
  });
  return v.parse(v.tuple([variantOf(v.boolean())]), body)[0];
}
