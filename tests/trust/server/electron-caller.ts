import { app } from "electron";
import { responseLimitBytes } from "../../../main/config.ts";
import { createTransportWithoutRetry } from "../../../main/network/post-without-retry.ts";
import { createVerifikApi } from "../../../main/verifik/api.ts";
import { callEndpoint, type Endpoint, type Outcome } from "./calls.ts";

/** The test calls this in Electron's main process. */
export interface Caller {
  callVerifik(origin: string, timeoutMs: number, endpoint: Endpoint): Promise<Outcome>;
  readonly unhandled: string[];
}

const unhandled: string[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(String(reason)));
process.on("uncaughtException", (error) => unhandled.push(String(error)));
app.on("window-all-closed", () => {});

const caller: Caller = {
  callVerifik(origin, timeoutMs, endpoint) {
    const transport = createTransportWithoutRetry(undefined, { origin, timeoutMs, responseLimitBytes });
    return callEndpoint(createVerifikApi(transport, Date.now), endpoint);
  },
  unhandled,
};
Object.assign(globalThis, caller);
