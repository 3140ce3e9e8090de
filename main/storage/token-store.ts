import { GuardedStore } from "./guarded-store.ts";
import { type TokenFile, tokenFile } from "./token-file.ts";

/** The encrypted tokens and phone numbers: token.json. */
export class TokenStore extends GuardedStore<TokenFile> {
  constructor(folder: string, nowMs: number) {
    super(folder, tokenFile, nowMs);
  }
}
