import { pass, type RecordingServer, startRecordingServer } from "./recording-server.ts";

/** How a proxy answers a CONNECT. */
export type ProxyManner = "tunnels" | "wants-password" | "forbids" | "talks-nonsense" | "hangs-up";

const refusals: Record<Exclude<ProxyManner, "tunnels">, string> = {
  "wants-password":
    'HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="test"\r\ncontent-length: 5\r\n\r\nnope!',
  forbids: "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n",
  "talks-nonsense": "220 smtp.example ready\r\n",
  "hangs-up": "",
};

export interface ConnectProxy extends RecordingServer {
  /** Applies from the next connection on. */
  manner: ProxyManner;
  /** The request lines, e.g. "CONNECT api.verifik.test:443 HTTP/1.1". */
  readonly asked: () => string[];
}

/** A proxy for https on loopback that records everything. It connects every tunnel to `port`, whatever the requested host. */
export async function startConnectProxy(port: number): Promise<ConnectProxy> {
  const answered = new WeakSet<object>();
  const server = await startRecordingServer((socket, soFar) => {
    if (answered.has(socket) || !soFar.includes("\r\n\r\n")) return;
    answered.add(socket);
    if (proxy.manner !== "tunnels") socket.end(refusals[proxy.manner]);
    else socket.write("HTTP/1.1 200 Connection established\r\n\r\n", () => pass(socket, port, Buffer.alloc(0)));
  });
  const proxy: ConnectProxy = {
    ...server,
    manner: "tunnels",
    asked: () => server.received.map((bytes) => bytes.toString("latin1").split("\r\n", 1)[0] ?? ""),
  };
  return proxy;
}
