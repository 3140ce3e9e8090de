/** As a binary has them, a character each. @type {Readonly<Record<number, string>>} */
const states = { 48: "off", 49: "on", 114: "removed" };

/**
 * @param {string} binary an Electron
 * @returns {Promise<Record<string, string | undefined>>} by the fuses' names: on, off, removed
 */
export async function readFuses(binary) {
  const { FuseV1Options, getCurrentFuseWire } = await import("@electron/fuses");
  const wire = await getCurrentFuseWire(binary);
  return Object.fromEntries(
    Object.entries(wire)
      .filter(([index]) => FuseV1Options[Number(index)] !== undefined)
      .map(([index, state]) => [FuseV1Options[Number(index)], states[Number(state)]]),
  );
}
