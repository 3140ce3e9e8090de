import type { IncomingMessage } from "node:http";
import { badRequest } from "./api-error.ts";

const largestBodyBytes = 64 * 1024;

/**
 * Reads and parses the JSON of a request; undefined if it has no body. Throws 400 for more than 64 KiB or broken JSON, and the
 * stream's error if the client disconnects.
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Reads a body that is too large to its end, because a client that is still sending would miss the answer.
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
