import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const project = join(import.meta.dirname, "../../..");
let folder: string;

/** The script beside an app that answers as the real one does. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vt exec-"));
  copyFileSync(join(project, "resources/command-line/verifik-exec"), join(folder, "verifik-exec"));
  app('[ "$*" = "token --quiet --format env" ] && echo "VERIFIK_TOKEN=eyJ.a=b.c"');
});
afterEach(() => rmSync(folder, { recursive: true }));

function app(script: string): void {
  writeFileSync(join(folder, "verifik-tray"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

function run(
  args: readonly string[],
  { program = join(folder, "verifik-exec"), env = {}, input = "", shell = "sh" } = {},
) {
  const { status, stdout, stderr } = spawnSync(shell, [program, ...args], {
    env: { PATH: process.env.PATH, LC_ALL: "C", ...env },
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}

// macOS has bash for sh.
test.each(["sh", "bash"])(
  "by %s the command gets the token in the settings' variable, and its arguments, input and other variables as they are",
  (shell) => {
    const script = "console.log(process.argv.slice(1), fs.readFileSync(0, 'utf8'), JSON.stringify(process.env))";
    const env = { usage: "mine", name: "mine", VERIFIK_TOKEN: "old" };
    const { stdout } = run(["--", process.execPath, "-e", script, "one", "two words"], { input: "in", env, shell });
    const [, before, after = ""] = /^(.*?)(\{.*)$/s.exec(stdout) ?? [];
    expect(before).toBe("[ 'one', 'two words' ] in ");
    const { PWD: _, OLDPWD: __, SHLVL: ___, ...got } = JSON.parse(after);
    expect(got).toEqual({ PATH: process.env.PATH, LC_ALL: "C", ...env, VERIFIK_TOKEN: "eyJ.a=b.c", _: got._ });
  },
);

test("the token is in no argument list, and the command takes the script's place", () => {
  const { stdout } = run(["--", "sh", "-c", 'echo $$ $PPID; tr "\\0" " " < /proc/$$/cmdline']);
  expect(stdout).not.toContain("eyJ");
  expect(stdout).toContain(`${process.pid}\n`);
});

test.each([["--var", "MY_TOKEN"], ["--var=MY_TOKEN"]])("%j names the variable", (...option) => {
  const { status, stdout } = run([...option, "--", "sh", "-c", 'printf "%s" "$MY_TOKEN-$VERIFIK_TOKEN"']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "eyJ.a=b.c-" });
});

test("a trace of the shell has no token", () => {
  const traced = spawnSync("sh", ["-xv", join(folder, "verifik-exec"), "--", "true"], { encoding: "utf8" });
  expect(traced.status).toBe(0);
  expect(traced.stderr).not.toContain("eyJ");
});

test("it is found by a link, as /usr/bin has it", () => {
  symlinkSync(join(folder, "verifik-exec"), join(folder, "link"));
  expect(run(["--", "true"], { program: join(folder, "link") }).status).toBe(0);
});

test("the exit code is the command's, 126 or 127 where it does not run", () => {
  expect(run(["--", "sh", "-c", "exit 42"]).status).toBe(42);
  expect(run(["--", folder]).status).toBe(126);
  expect(run(["--", join(folder, "missing")]).status).toBe(127);
});

test("it ends with 125 and one sentence if there is no token, and runs nothing", () => {
  app('echo "verifik-tray: the command line is off." >&2; exit 6');
  expect(run(["--", "echo", "ran"])).toEqual({
    status: 125,
    stdout: "",
    stderr: "verifik-tray: the command line is off.\n",
  });
  rmSync(join(folder, "verifik-tray"));
  expect(run(["--", "true"])).toMatchObject({ status: 125, stderr: expect.stringMatching(/^verifik-exec: .*beside/) });
});

test.each([
  [[]],
  [["true"]],
  [["--"]],
  [["--var"]],
  [["--var", "1A", "--", "true"]],
  [["--var=", "--", "true"]],
  [["--var=A-B", "--", "true"]],
  [["--var=A=B", "--", "true"]],
  [["--var=$(id)", "--", "true"]],
  // The shell takes it for a number, and would print the token as a wrong one.
  [["--var=OPTIND", "--", "true"]],
])("%j is refused in the system's language", (args) => {
  const { status, stderr } = run(args, { env: { LC_ALL: "es_CO.UTF-8" } });
  expect(status).toBe(125);
  expect(stderr).toMatch(/^verifik-exec: (uso|--var necesita).*\n$/);
});

test.each([
  ["verifik-tray ", "token status help --help --version"],
  ["verifik-tray st", "status"],
  ["verifik-tray token --f", "--format"],
  ["verifik-tray token --format ", "raw header env json"],
  ["verifik-tray --user-data-dir=x token --format=j", "json"],
  ["verifik-tray status --", "--json --min-valid --help"],
])("bash completes %j by %j and asks for no token", (line, expected) => {
  const script = `
    source ${join(project, "resources/linux/completions/verifik-tray.bash")}
    verifik-tray() { echo asked; }
    COMP_WORDS=($1); [[ $1 == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    _verifik_tray; echo "\${COMPREPLY[*]}"`;
  const { stdout } = spawnSync("bash", ["-c", script, "bash", line.replaceAll("=", " = ")], { encoding: "utf8" });
  expect(stdout).toBe(`${expected}\n`);
});
