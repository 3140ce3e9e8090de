/** In every object of every answer, where secrets stand; in no result. */
export const canary = "canary5417";

export interface HostileAnswer {
  readonly status: number;
  readonly body: string;
}

const statuses = [200, 200, 200, 201, 202, 400, 401, 403, 404, 405, 409, 410, 412, 429, 500, 503];
const secrets = { otp: canary, JWTPhrase: canary, billing: { card: canary } };
const keys = [
  ...["data", "data", "accessToken", "token", "message", "code", "error", "QRCode", "secretKey", "_id", "name"],
  ...["email", "credits", "__proto__", "constructor", "toString"],
];
const others = [null, true, false, [], {}, 0, -1, 1.5, 1e308, 2 ** 53, Number.MIN_VALUE];
const texts = [
  "",
  " ",
  "\u0000",
  "\u202etxet\u2066",
  "\ud800",
  "two words",
  "line\nbreak",
  "x".repeat(5000),
  "403:otp_does_not_match",
  "insufficient_credits",
  "MissingParameter",
  "missing origin\n",
  "data:image/png;base64,AAAA",
  "javascript:alert(1)",
  "token",
];

/** Answers made of everything that the client looks for, in the wrong places, types, lengths and spellings. */
export function hostileAnswers(random: () => number): () => HostileAnswer {
  function below(limit: number): number {
    return Math.floor(random() * limit);
  }

  function oneOf<Choice>(choices: readonly Choice[]): Choice {
    return choices[below(choices.length)] as Choice;
  }

  function value(depth: number): unknown {
    const kind = depth > 3 ? 0 : below(8);
    if (kind <= 1) return oneOf(texts);
    if (kind <= 3) return oneOf(others);
    return kind === 4 ? Array.from({ length: below(4) }, () => value(depth + 1)) : object(depth);
  }

  function object(depth: number): object {
    const fields = Array.from({ length: below(6) }, () => [oneOf(keys), value(depth + 1)]);
    return { ...Object.fromEntries(fields), ...secrets };
  }

  return () => {
    const whole = JSON.stringify(random() < 0.8 ? { data: object(0), ...object(0) } : value(0));
    const body = random() < 0.9 ? whole : whole.slice(0, below(whole.length));
    return { status: oneOf(statuses), body };
  };
}
