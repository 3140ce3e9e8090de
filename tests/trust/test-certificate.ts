import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A command-line switch makes Chromium accept "trusted" for one run. The others have the same key and are never accepted. */
export type TestCertificate = "trusted" | "self-signed" | "expired" | "another-host";

const file = (name: string) => readFileSync(join(import.meta.dirname, "../e2e/certificate", name));

/** A server's key and certificate. */
export function testCertificate(name: TestCertificate): { readonly cert: Buffer; readonly key: Buffer } {
  const key = name === "trusted" ? "test-only-trusted.key.pem" : "test-only.key.pem";
  return { cert: file(`test-only-${name}.cert.pem`), key: file(key) };
}

/** Makes Chromium accept the trusted certificate for every host. */
export function trustingTestKey(): string {
  const { publicKey } = new X509Certificate(testCertificate("trusted").cert);
  const spki = publicKey.export({ type: "spki", format: "der" });
  return `--ignore-certificate-errors-spki-list=${createHash("sha256").update(spki).digest("base64")}`;
}
