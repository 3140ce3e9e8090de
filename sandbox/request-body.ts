import type { IncomingMessage } from "node:http";
import { badRequest } from "./api-error.ts";

const largestBodyBytes = 64 * 1024;

/**
 * The parsed JSON of a request; undefined when it has no body. Throws 400 for a body over 64 KiB or broken JSON, and the
 * stream's own error when the client goes away half-way.
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Read to the end even when it is too large: a client that is still sending would miss the answer.
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= largestBodyBytes) chunks.push(chunk);
  }
  if (bytes > largestBodyBytes) throw badRequest("Request body is too large.");
  if (bytes === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest("Request body is not valid JSON.");
    throw error;
  }
}
