import { createInterface } from "node:readline";
import { Secret } from "../../../../domain/secret.ts";
import { TokenStore } from "../../../../main/storage/token-store.ts";
import { createTokenVault } from "../../../../main/storage/token-vault.ts";
import { FakeKeyring } from "../../../fixtures/fake-keyring.ts";

export const loginOrigin = "https://api.example";

const [folder] = process.argv.slice(2) as [string];
const vault = createTokenVault(new TokenStore(folder, 0), new FakeKeyring(), loginOrigin);
console.log("open");

/** Each line is a token, as after a login. Says where it is kept. */
createInterface({ input: process.stdin }).on("line", async (line) => {
  const nowMs = Date.now();
  console.log(
    await vault.keep({
      bearerToken: new Secret(line),
      obtainedAtMs: nowMs,
      expiresAtMs: nowMs + 1,
      expiryEstimated: false,
      maskedPhone: "",
      remindersDone: [],
      rejected: false,
    }),
  );
});
