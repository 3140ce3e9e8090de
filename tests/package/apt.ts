import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import * as v from "valibot";

const answerSchema = v.object({ ok: v.boolean(), output: v.string() });

/** Lets root install and purge: scripts/test-package/apt-service.mjs. Rejects with what apt-get said when it fails. */
export async function apt(command: "install first" | "install second" | "purge"): Promise<void> {
  const connection = connect(environment("VERIFIK_TRAY_APT"));
  try {
    connection.write(`${command}\n`);
    const [line] = await once(createInterface(connection), "line");
    const { ok, output } = v.parse(answerSchema, JSON.parse(String(line)));
    if (!ok) throw new Error(`apt-get, ${command}:\n${output}`);
  } finally {
    connection.end();
  }
}

/** What scripts/test-package.mjs tells the tests. */
export function environment(
  name: "VERIFIK_TRAY_APT" | "VERIFIK_TRAY_FIRST" | "VERIFIK_TRAY_SECOND" | "VERIFIK_TRAY_AS_RELEASE",
): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: npm run test:package`);
  return value;
}
