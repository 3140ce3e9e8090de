/** A JWT with these claims, in the form that readers of claims take; its signature is of no one. */
export function jwtWith(claims: unknown): string {
  return `${base64Url('{"alg":"HS256","typ":"JWT"}')}.${base64Url(JSON.stringify(claims))}.c2lnbmF0dXJl`;
}

export function base64Url(text: string): string {
  return Buffer.from(text).toString("base64url");
}
