/**
 * Where `actual` differs from `expected` in its keys or in the JSON types of its values, one line per path; empty when it
 * does not. Values are not compared. Each element of an array is held against the expected array's first.
 */
export function shapeDifferences(expected: unknown, actual: unknown, path = "$"): readonly string[] {
  const expectedType = jsonTypeOf(expected);
  const actualType = jsonTypeOf(actual);
  if (expectedType !== actualType) return [`${path}: expected ${expectedType}, found ${actualType}`];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.flatMap((element, index) => shapeDifferences(expected[0], element, `${path}[${index}]`));
  }
  return isObject(expected) && isObject(actual) ? keyDifferences(expected, actual, path) : [];
}

type JsonObject = Readonly<Record<string, unknown>>;

function keyDifferences(expected: JsonObject, actual: JsonObject, path: string): readonly string[] {
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key) => {
    const keyPath = `${path}.${key}`;
    if (!Object.hasOwn(actual, key)) return [`${keyPath}: missing`];
    if (!Object.hasOwn(expected, key)) return [`${keyPath}: not expected`];
    return shapeDifferences(expected[key], actual[key], keyPath);
  });
}

function isObject(value: unknown): value is JsonObject {
  return jsonTypeOf(value) === "object";
}

function jsonTypeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
