import { expect, test } from "vitest";
import type { TrayState } from "../../../main/system/desktop-services.ts";
import { TrayRegistration } from "../../../main/tray/tray-registration.ts";

const shown: TrayState = { host: "status-notifier", shown: true };
const unlisted: TrayState = { host: "status-notifier", shown: false };
const xembed: TrayState = { host: "xembed", shown: true };
const none: TrayState = { host: "none", shown: false };

/** A desktop that answers with these states, one a look; the last one for good. Time stands still. */
function stage(...states: TrayState[]) {
  const seen = { recreated: 0, checked: [] as string[], hostChanges: () => {} };
  const registration = new TrayRegistration(
    {
      trayState: async () => (states.length > 1 ? states.shift() : states[0]) ?? none,
      onTrayChanged: (listener) => {
        seen.hostChanges = () => listener(true);
      },
    },
    { wait: async () => {} },
    {
      recreate: () => {
        seen.recreated += 1;
      },
    },
  );
  registration.onChecked(({ host, shown }, recreations) => seen.checked.push(`${host} ${shown} ${recreations}`));
  return { registration, seen, states };
}

test("an icon that the tray lists late is not created again", async () => {
  const { registration, seen } = stage(unlisted, unlisted, unlisted, unlisted, shown);
  await registration.check();
  expect(seen).toMatchObject({ recreated: 0, checked: ["status-notifier true 0"] });
});

test("a tray that does not take the icon gets it twice more, and a new tray again", async () => {
  const { registration, seen } = stage(unlisted);
  await registration.check();
  await registration.check();
  expect(seen).toMatchObject({ recreated: 2, checked: ["status-notifier false 2"] });
  seen.hostChanges();
  await registration.check();
  expect(seen.recreated).toBe(4);
});

test("a desktop without a tray gets no second icon, and the first check says so", async () => {
  const { registration, seen } = stage(none);
  await registration.look();
  await registration.check();
  expect(seen).toMatchObject({ recreated: 0, checked: ["none false 0"] });
});

test("the icon is created again for the older kind of tray when the newer kind has gone, and not without need", async () => {
  const { registration, seen } = stage(shown, xembed);
  await registration.check();
  await registration.check();
  await registration.check();
  expect(seen).toMatchObject({ recreated: 1, checked: ["status-notifier true 0", "xembed true 0"] });
});
