import { statSync } from "node:fs";
import { enterCode, labels, requestCode } from "../../desktop-lab/app/tray-app.ts";
import { ana, doris, expect, nextOtp, test } from "../fixtures/app-test.ts";

test("logs in with phone and code in the window of the first start, and shows the token's time in the tray", async ({
  launchWithWindow,
  sandbox,
}) => {
  const { app, page } = await launchWithWindow();
  await app.waitForStatus("Not logged in");

  const otp = await requestCode(page, sandbox, ana);
  expect(sandbox.requests.at(-1)?.body).toEqual({ countryCode: "+57", phone: 3001234567, type: "login" });
  await expect(page.getByText("Sent by WhatsApp to +57 ••••••••67")).toBeVisible();
  await expect(page.getByText(/^The code expires in \d+:\d\d$/)).toBeVisible();

  await enterCode(page, otp);
  await expect(page.getByRole("heading", { name: "You are logged in" })).toBeFocused();
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
    "Check token",
    "Log in again…",
    "Log out",
    "Revoke all tokens…",
    "Open window",
    "Settings…",
    "Quit",
  ]);
  expect(await app.trayItem.tooltip()).toBe("Verifik Tray: Token valid · 29 days left");
});

test("stores the token only as the keyring's ciphertext, and is logged in after a restart without a window", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app: first } = await launchLoggedIn();
  // The token can be used before it is stored.
  await expect.poll(() => first.readStore()).toContain("ciphertext");
  const record = JSON.parse(first.readStore()).tokens[sandbox.origin];
  expect(Buffer.from(record.ciphertext, "base64").subarray(0, 3).toString()).toBe("v11");
  expect(record.maskedPhone).toBe("+57 ••••••••67");
  expect(statSync(first.storeFile()).mode & 0o777).toBe(0o600);
  expect(first.readStore()).not.toMatch(/eyJ|3001234567/);
  expect(await first.quit()).toBe(0);

  const second = await launch();
  await second.waitForStatus("Token valid · 29 days left");
  await second.trayItem.clickMenu("Copy bearer token");
  await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  expect(await second.hasWindow()).toBe(false);
});

test("asks for a second factor after the code", async ({ launchWithWindow, sandbox }) => {
  const { app, page } = await launchWithWindow();
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

  test("leads from an expired code to Resend code, which sends a new one", async ({ launchWithWindow, sandbox }) => {
    const { app, page } = await launchWithWindow();
    const resend = page.getByRole("button", { name: labels.resendCode });
    const field = page.getByLabel(labels.verificationCode);
    const otp = await requestCode(page, sandbox, ana);
    await expect(resend).toBeDisabled();
    await field.fill("123");
    await expect(page.getByText("The code has expired. Ask for a new one.")).toBeVisible();
    await expect(resend).toBeFocused();
    await expect(field).toHaveValue("123");
    await enterCode(page, otp);
    await expect(page.getByRole("alert")).toContainText("This code has expired.");
    await expect(resend).toBeFocused();

    const next = nextOtp(sandbox);
    await resend.press("Enter");
    // The answer empties the field for the new code.
    await expect(page.getByText("A new code is on its way.")).toBeVisible();
    await enterCode(page, await next);
    await app.waitForStatus("Token valid · 29 days left");
  });
});

test("sends one code for a double click", async ({ launchWithWindow, sandbox }) => {
  const { page } = await launchWithWindow();
  await page.getByLabel(labels.phoneNumber).fill(ana.displayNumber);
  await page.getByRole("button", { name: labels.sendCode }).dblclick();
  await page.getByLabel(labels.verificationCode).waitFor();
  expect(sandbox.requests.filter(({ path }) => path.endsWith("/phone-login"))).toHaveLength(1);
});
