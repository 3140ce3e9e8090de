/** How X's requests are written: little-endian, and whatever has a length of its own is filled up to whole words. */

export function bytes(...values: readonly number[]): Buffer {
  return Buffer.from(values);
}

export function u16(...values: readonly number[]): Buffer {
  const written = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) written.writeUInt16LE(value, index * 2);
  return written;
}

export function u32(...values: readonly number[]): Buffer {
  const written = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) written.writeUInt32LE(value, index * 4);
  return written;
}

export function text(value: string | Buffer): Buffer {
  const content = typeof value === "string" ? Buffer.from(value, "latin1") : value;
  return Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
}
