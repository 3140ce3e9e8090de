const longestLength = 24;
const endLength = 7;

/** Shortens a variable name to 24 characters by cutting out its middle: "MY_COMPANY_VERIF…S_TOKEN". */
export function shortName(name: string): string {
  if (name.length <= longestLength) return name;
  return `${name.slice(0, longestLength - endLength - 1)}…${name.slice(-endLength)}`;
}
