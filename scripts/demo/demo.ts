import { parseArgs } from "node:util";
import { languageOfEnvironment } from "../../sandbox/cli/texts.ts";
import { demoTexts } from "./demo-texts.ts";
import { playHeadless } from "./headless.ts";
import { runInteractively } from "./interactive.ts";

const language = languageOfEnvironment(process.env);
const texts = demoTexts[language];

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { headless: { type: "boolean", default: false } } });
  const hasDisplay =
    process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  if (hasDisplay && !values.headless) return runInteractively(language, texts);
  if (process.platform !== "linux") {
    console.error(texts.headlessIsForLinux);
    return 1;
  }
  return playHeadless(language);
}

process.exitCode = await main();
