import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../project-folder.mjs";
import { iconFiles } from "./icon-files.ts";

async function drawIcons(): Promise<void> {
  const files = await iconFiles();
  for (const [path, bytes] of files) await writeFile(join(projectFolder, path), bytes);
  console.log(`${files.size} files drawn`);
}

void drawIcons();
