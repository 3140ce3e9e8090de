import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** "trusted" by a switch alone, in the run of a test; the others by nobody, whose key they share. */
export type TestCertificate = "trusted" | "self-signed" | "expired" | "another-host";

const file = (name: string) => readFileSync(join(import.meta.dirname, "../e2e/certificate", name));

/** Key and certificate of a server. */
export function testCertificate(name: TestCertificate): { readonly cert: Buffer; readonly key: Buffer } {
  const key = name === "trusted" ? "test-only-trusted.key.pem" : "test-only.key.pem";
  return { cert: file(`test-only-${name}.cert.pem`), key: file(key) };
}

/** Makes Chromium take the trusted certificate, for whatever host. */
export function trustingTestKey(): string {
  const { publicKey } = new X509Certificate(testCertificate("trusted").cert);
  const spki = publicKey.export({ type: "spki", format: "der" });
  return `--ignore-certificate-errors-spki-list=${createHash("sha256").update(spki).digest("base64")}`;
}
