import { describe, expect, expectTypeOf, test } from "vitest";
import { eventText, type LogEvent } from "../../../main/log/event.ts";
import { errorName, plainName, stackFrames, versionName } from "../../../main/log/plain-name.ts";
import { redact } from "../../../main/log/redact.ts";

/** The names of an event's fields that accept any text. */
type FreeText<Event> = Event extends unknown
  ? {
      [Name in keyof Event]-?: string extends Event[Name]
        ? Name
        : Event[Name] extends readonly string[]
          ? string extends Event[Name][number]
            ? Name
            : never
          : never;
    }[keyof Event]
  : never;

test("no log entry has a field for free text", () => {
  // The type check compares these: a field of type string does not compile.
  expectTypeOf<FreeText<LogEvent>>().toEqualTypeOf<never>();
  expectTypeOf<FreeText<{ kind: "leak"; text: string }>>().toEqualTypeOf<"text">();
  expectTypeOf<FreeText<{ kind: "leak"; lines: readonly string[] }>>().toEqualTypeOf<"lines">();
});

test("an entry is one line of names and values", () => {
  expect(eventText({ kind: "answer", call: "confirm-otp", status: 200, tookMs: 41 })).toBe(
    "answer call=confirm-otp status=200 tookMs=41",
  );
  expect(eventText({ kind: "exception", error: plainName("TypeError"), at: [] })).toBe("exception error=TypeError at=");
});

test("the redactor keeps error names and exit codes", () => {
  const entries: LogEvent[] = [
    { kind: "exception", error: plainName("ERR_INVALID_ARG_TYPE"), at: [] },
    { kind: "rejection", error: plainName("AggregateError"), at: [] },
    { kind: "process-gone", process: plainName("GPU"), reason: plainName("crashed"), exitCode: 3221225477 },
    { kind: "window-gone", reason: plainName("crashed"), exitCode: -1073741819 },
  ];
  expect(entries.map((entry) => redact(eventText(entry)))).toEqual([
    "exception error=ERR_INVALID_ARG_TYPE at=",
    "rejection error=AggregateError at=",
    "process-gone process=GPU reason=crashed exitCode=0xc000_0005",
    "window-gone reason=crashed exitCode=0xc000_0005",
  ]);
});

describe("a plain name", () => {
  test.each(["XFCE", "ubuntu:GNOME", "gnome_libsecret", "ENOSPC", "abnormal-exit", "x64", "kwallet6"])(
    "is %s",
    (name) => {
      expect(plainName(name)).toBe(name);
    },
  );

  test.each([
    "",
    "two words",
    "123456",
    "code482913",
    "a@b.co",
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
    "/home/ana",
    undefined,
    7,
  ])("is not %s", (text) => {
    expect(plainName(text)).toBe("other");
  });

  test("of a version has its first three numbers", () => {
    expect(versionName("45.4.1")).toBe("45.4.1");
    expect(versionName("6.1.0-18-amd64")).toBe("6.1.0");
    expect(versionName("130.0.6723.137")).toBe("130.0");
    expect(versionName("3012345678")).toBe("other");
    expect(versionName(undefined)).toBe("other");
  });

  test("of an error is its code or name, never its message", () => {
    expect(errorName(Object.assign(new Error("token eyJ"), { code: "EACCES" }))).toBe("EACCES");
    expect(errorName(Object.assign(new TypeError("x"), { code: "482913" }))).toBe("TypeError");
    expect(errorName("482913")).toBe("string");
    expect(errorName(undefined)).toBe("undefined");
  });
});

test("stack frames have file, line and column, without the message", () => {
  const error = new Error("the code 482913\n    at evil (482913:1:1)\n    at phone:57301:2345678");
  error.stack = `${error}\n    at send (/home/ana/app/out/main/application.cjs:1:234567)\n    at node:internal/process/task_queues:95:5`;
  expect(stackFrames(error)).toEqual(["application.cjs:1:234_567", "task_queues:95:5"]);
  expect(stackFrames("482913")).toEqual([]);
});
