import { expect, test } from "vitest";
import { itemAddress } from "../../../main/system/linux-tray.ts";

test.each([
  [":1.82", ":1.82", "/StatusNotifierItem"],
  ["org.kde.StatusNotifierItem-4711-1", "org.kde.StatusNotifierItem-4711-1", "/StatusNotifierItem"],
  [":1.82/org/ayatana/NotificationItem/tray", ":1.82", "/org/ayatana/NotificationItem/tray"],
  [":1.82@/StatusNotifierItem", ":1.82", "/StatusNotifierItem"],
  [":1.82@/org/chromium/StatusNotifierItem/1", ":1.82", "/org/chromium/StatusNotifierItem/1"],
])("reads the tray item %s as %s at %s", (item, destination, path) => {
  expect(itemAddress(item)).toEqual({ destination, path });
});
