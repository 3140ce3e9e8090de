import { test as base } from "../fixtures/app-test.ts";
import { type RecordingServer, startTlsFront } from "./recording-server.ts";

/** A host that does not exist; `resolved` makes Chromium connect to a port of this computer instead. */
export const apiOrigin = "https://api.verifik.test";

export function resolved(ports: Readonly<Record<string, number>>): string {
  const rules = Object.entries(ports).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  return `--host-resolver-rules=${rules.join(",")}`;
}

/** The sandbox over https; `front` answers for `apiOrigin`. */
export const test = base.extend<{ readonly front: RecordingServer }>({
  async front({ sandbox }, use) {
    const front = await startTlsFront(Number(new URL(sandbox.origin).port));
    await use(front);
    await front.close();
  },
});
