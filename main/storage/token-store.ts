import { JsonStore } from "./json-store.ts";
import { type TokenFile, tokenFile } from "./token-file.ts";

/** The encrypted token, what could not be read of earlier ones, and the remembered number. */
export class TokenStore extends JsonStore<TokenFile> {
  constructor(folder: string, nowMs: number) {
    super(folder, tokenFile, nowMs);
  }
}
