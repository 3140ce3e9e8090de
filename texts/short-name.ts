const longestLength = 24;
const endLength = 7;

/** A variable's name for a label: what is beyond 24 characters is left out of its midst, "MY_COMPANY_VERIF…S_TOKEN". */
export function shortName(name: string): string {
  if (name.length <= longestLength) return name;
  return `${name.slice(0, longestLength - endLength - 1)}…${name.slice(-endLength)}`;
}
