import { fileURLToPath } from "node:url";

/** Where package.json is; the scripts work from any current folder. */
export const projectFolder = fileURLToPath(new URL("..", import.meta.url));
