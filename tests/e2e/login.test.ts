import { statSync } from "node:fs";
import { enterCode, labels, requestCode } from "../../desktop-lab/app/tray-app.ts";
import { ana, doris, expect, test } from "../fixtures/app-test.ts";
import { windowTest } from "../fixtures/window-test.ts";

test("a person logs in by the window that opens at the first start, and the tray tells for how long", async ({
  launch,
  sandbox,
}) => {
  const app = await launch();
  await app.waitForStatus("Not logged in");
  const page = await app.window();

  const otp = await requestCode(page, sandbox, ana);
  expect(sandbox.requests.at(-1)?.body).toEqual({ countryCode: "+57", phone: 3001234567, type: "login" });
  await expect(page.getByText("Sent by WhatsApp to +57 ••••••••67")).toBeVisible();
  await expect(page.getByText(/^Good for \d+:\d\d$/)).toBeVisible();

  await enterCode(page, otp);
  await expect(page.getByRole("heading", { name: "29 days left" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("You are logged in");
  expect(sandbox.requests.at(-1)?.body).toEqual({ countryCode: "+57", phone: 3001234567, otp });

  const until = new Intl.DateTimeFormat("en-US", { dateStyle: "medium" }).format(Date.now() + 30 * 24 * 3600 * 1000);
  await expect(page.getByText(`Expires on ${until}`)).toBeVisible();
  await app.waitForStatus("Token valid · 29 days left");
  expect(await app.menuLabels()).toEqual([
    "Token valid · 29 days left",
    expect.stringContaining(`Expires on ${until}`),
    "Copy bearer token",
    "Copy as",
    "Renew for one month",
    "Automatic renewal",
    "Check token",
    "This account",
    "Open Verifik Tray",
    "Settings…",
    "Quit",
  ]);
  expect(await app.trayItem.tooltip()).toBe("Verifik Tray: Token valid · 29 days left");
});

test("the token is on disk only as the keyring's ciphertext, for its owner alone", async ({
  launchLoggedIn,
  sandbox,
}) => {
  const { app } = await launchLoggedIn();

  // The token is usable before it is stored.
  await expect.poll(() => app.readStore()).toContain("ciphertext");
  const store = JSON.parse(app.readStore());
  const record = store.tokens[sandbox.origin];
  expect(Buffer.from(record.ciphertext, "base64").subarray(0, 3).toString()).toBe("v11");
  expect(record.maskedPhone).toBe("+57 ••••••••67");
  expect(statSync(app.storeFile()).mode & 0o777).toBe(0o600);
  expect(app.readStore()).not.toMatch(/eyJ|3001234567/);
});

test("after a restart the person is still logged in, and no window opens", async ({ launch, launchLoggedIn }) => {
  const { app: first } = await launchLoggedIn();
  expect(await first.quit()).toBe(0);

  const second = await launch();
  await second.waitForStatus("Token valid · 29 days left");
  await second.trayItem.clickMenu("Copy bearer token");
  await second.trayItem.waitForTooltip((tooltip) => tooltip.includes("Copied"));
  expect(await second.hasWindow()).toBe(false);
});

windowTest("a second factor is asked for after the code", async ({ app, page, sandbox }) => {
  const authenticator = new Promise<string>((resolve) =>
    sandbox.onAuthenticatorOtp(({ authenticatorOtp }) => resolve(authenticatorOtp)),
  );
  const otp = await requestCode(page, sandbox, doris);
  await enterCode(page, otp);

  const right = await authenticator;
  const field = page.getByLabel(labels.authenticatorCode);
  await expect(field).toBeFocused();
  await field.fill(right === "000000" ? "000001" : "000000");
  await expect(page.getByRole("alert")).toContainText("The authenticator code is wrong.");

  await field.fill(right);
  await app.waitForStatus("Token valid · 29 days left");
  expect(sandbox.requests.at(-1)?.body).toMatchObject({ otp, authenticatorOTP: right, type: "login" });
});

test.describe("with codes that live for eight seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, otpLifetimeSeconds: 8 } });

  windowTest("an expired code leads to Send a new code, which sends one", async ({ app, page, sandbox }) => {
    const sendNewCode = page.getByRole("button", { name: labels.sendNewCode });
    const otp = await requestCode(page, sandbox, ana);
    await expect(page.getByRole("button", { name: labels.resendCode })).toBeDisabled();
    await page.keyboard.type("123");
    await expect(page.getByText("This code has expired.")).toBeVisible();
    await expect(sendNewCode).toBeFocused();
    await expect(page.getByRole("button", { name: labels.verify })).toBeHidden();
    await expect(page.getByLabel(labels.verificationCode)).toHaveValue("123");

    // The expired code is not sent, neither at its sixth digit nor by Enter.
    await enterCode(page, otp);
    const next = new Promise<string>((resolve) => sandbox.onOtpSent((sent) => resolve(sent.otp)));
    await page.getByLabel(labels.verificationCode).press("Enter");
    // The answer empties the field for the new code.
    await expect(page.getByText("A new code is on its way.")).toBeVisible();
    expect(sandbox.requests.filter(({ path }) => path.endsWith("/confirm"))).toEqual([]);
    await enterCode(page, await next);
    await app.waitForStatus("Token valid · 29 days left");
  });
});

windowTest("a double click sends one code", async ({ page, sandbox }) => {
  await page.getByLabel(labels.phoneNumber).fill(ana.displayNumber);
  await page.getByRole("button", { name: labels.sendCode }).dblclick();
  await page.getByLabel(labels.verificationCode).waitFor();
  expect(sandbox.requests.filter(({ path }) => path.endsWith("/phone-login"))).toHaveLength(1);
});

test("says in words that the server cannot be reached", async ({ launch, sandbox }) => {
  const page = await (await launch()).window();
  await sandbox.close();
  await page.getByLabel(labels.phoneNumber).fill(ana.displayNumber);
  await page.getByRole("button", { name: labels.sendCode }).click();
  await expect(page.getByRole("alert")).toContainText("refused the connection");
  await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("300 1234567");
});
