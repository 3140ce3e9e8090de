import { DBusError, Variant } from "@jellybrick/dbus-next";
import * as v from "valibot";
import type { BusConnection } from "../bus/bus-connection.ts";
import { variantOf } from "../bus/bus-values.ts";

/** An item of a tray menu as a person sees it. */
export interface MenuItem {
  /** Valid until the app sets its menu again. */
  readonly id: number;
  /** Without the underscore that marks the access key. */
  readonly label: string;
  readonly enabled: boolean;
  readonly type: "standard" | "separator";
  /** It has a tick. */
  readonly checked: boolean;
  readonly children: readonly MenuItem[];
}

export interface MenuAddress {
  readonly destination: string;
  readonly path: string;
}

export const MENU_INTERFACE = "com.canonical.dbusmenu";

const ALL_LEVELS = -1;
const ROOT_ID = 0;

const nodeSchema = v.tuple([
  v.number(),
  v.object({
    label: v.optional(variantOf(v.string()), undefined),
    enabled: v.optional(variantOf(v.boolean()), undefined),
    visible: v.optional(variantOf(v.boolean()), undefined),
    type: v.optional(variantOf(v.picklist(["standard", "separator"])), undefined),
    // 1 for on, in a checkbox.
    "toggle-state": v.optional(variantOf(v.number()), undefined),
  }),
  v.array(variantOf(v.unknown())),
]);

/** Reads the visible items of the menu. */
export async function readMenu(connection: BusConnection, address: MenuAddress): Promise<readonly MenuItem[]> {
  const body = await connection.call({
    ...address,
    interface: MENU_INTERFACE,
    member: "GetLayout",
    signature: "iias",
    body: [ROOT_ID, ALL_LEVELS, []],
  });
  const [, root] = v.parse(v.tuple([v.number(), v.unknown()]), body);
  return toItem(v.parse(nodeSchema, root)).children;
}

/** Sends a click on the item to the app, whether the item is enabled or not. */
export async function sendMenuClick(connection: BusConnection, address: MenuAddress, id: number): Promise<void> {
  const timestamp = 0;
  const noData = new Variant("i", 0);
  const click = { signature: "isvu", body: [id, "clicked", noData, timestamp] };
  try {
    await connection.call({ ...address, interface: MENU_INTERFACE, member: "Event", ...click });
  } catch (error) {
    // An app that quits on this click may leave the bus before it replies.
    if (!(error instanceof DBusError && error.type === "org.freedesktop.DBus.Error.NoReply")) throw error;
  }
}

/** The first item with that label, at any depth. */
export function findByLabel(items: readonly MenuItem[], label: string): MenuItem | undefined {
  for (const item of items) {
    const found = item.label === label ? item : findByLabel(item.children, label);
    if (found) return found;
  }
  return undefined;
}

/** Formats the menu as indented lines, for error messages. */
export function formatMenu(items: readonly MenuItem[], indent = ""): string {
  return items
    .map((item) => {
      const label = item.type === "separator" ? "---" : `${item.label}${item.enabled ? "" : " (disabled)"}`;
      return `${indent}${label}\n${formatMenu(item.children, `${indent}  `)}`;
    })
    .join("");
}

function toItem([id, properties, children]: v.InferOutput<typeof nodeSchema>): MenuItem {
  const visible = children
    .map((child) => v.parse(nodeSchema, child))
    .filter(([, childProperties]) => childProperties.visible ?? true);
  return {
    id,
    label: (properties.label ?? "").replace(/_(_?)/g, "$1"),
    enabled: properties.enabled ?? true,
    type: properties.type ?? "standard",
    checked: properties["toggle-state"] === 1,
    children: visible.map(toItem),
  };
}
