import { createHash } from "node:crypto";
import * as v from "valibot";
import type { BusConnection, MethodCall } from "../bus/bus-connection.ts";
import { variantOf } from "../bus/bus-values.ts";
import { ITEM_INTERFACE } from "./status-notifier.ts";

/** One size of a tray icon. */
export interface IconPixmap {
  readonly width: number;
  readonly height: number;
  /** Hash of the ARGB pixels, in hexadecimal. */
  readonly sha256: string;
}

export interface ItemProperties {
  readonly tooltip: string;
  readonly icon: readonly IconPixmap[];
  readonly menuPath: string;
}

const pixmapSchema = v.pipe(
  v.tuple([v.number(), v.number(), v.instance(Uint8Array)]),
  v.transform(([width, height, pixels]): IconPixmap => {
    return { width, height, sha256: createHash("sha256").update(pixels).digest("hex") };
  }),
);

/** Icon name, icon, title and text. Electron sends the tooltip as the title. */
const tooltipSchema = v.tuple([v.string(), v.array(v.unknown()), v.string(), v.string()]);

const answerSchema = v.tuple([
  v.object({
    ToolTip: variantOf(tooltipSchema),
    IconPixmap: variantOf(v.array(pixmapSchema)),
    Menu: variantOf(v.string()),
  }),
]);

/** Reads the item's properties. Rejects if one is missing or has another type. */
export async function readItemProperties(
  connection: BusConnection,
  item: Pick<MethodCall, "destination" | "path">,
): Promise<ItemProperties> {
  const answer = await connection.call({
    ...item,
    interface: "org.freedesktop.DBus.Properties",
    member: "GetAll",
    signature: "s",
    body: [ITEM_INTERFACE],
  });
  const [{ ToolTip, IconPixmap, Menu }] = v.parse(answerSchema, answer);
  const [, , tooltip] = ToolTip;
  return { tooltip, icon: IconPixmap, menuPath: Menu };
}
