import { writeSync } from "node:fs";
import { openNumbered, type StoreName } from "./numbered-states.ts";

const [name, folder, extraRecords] = process.argv.slice(2) as [StoreName, string, string];
const store = openNumbered(name, folder, Number(extraRecords));
for (let number = (store.number() ?? Number.NaN) + 1; ; number += 1) {
  await store.write(number);
  // Printed at once, so that every printed number is stored.
  writeSync(1, `${number}\n`);
}
