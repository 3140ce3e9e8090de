import type { Notice } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { dayOfYear } from "../../texts/short-date.ts";
import { type Announcement, useWindow } from "../state/window-context.ts";
import { FailureLines, FailureWords } from "./failure-message.tsx";
import { unbrokenDate } from "./unbroken-date.ts";

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly announcement: Announcement | undefined;
}

/** The window's only live region: main's notices, then the window's own announcement. */
export function Notices({ notices, announcement }: NoticesProps) {
  const { texts, locale } = useWindow();
  // The window's own error is newer than main's.
  const failedHere = announcement !== undefined && "failure" in announcement;
  return (
    <div class="notices" role="status" aria-atomic={false}>
      {notices.map((notice) =>
        notice.kind !== "failed" ? (
          <p key={notice.kind} class={notice.kind === "renewal-refused" ? "warning" : "notice"}>
            {noticeText(notice, texts, locale)}
          </p>
        ) : failedHere ? null : (
          <p key={notice.failure.kind} class="notice notice-failed failure" role="alert">
            <FailureWords failure={notice.failure} />
          </p>
        ),
      )}
      {announcement && <AnnouncementLine key={announcement} announcement={announcement} />}
    </div>
  );
}

function AnnouncementLine({ announcement }: { announcement: Announcement }) {
  if ("failure" in announcement) {
    return (
      <div class="notice notice-failed">
        <FailureLines error={announcement} />
      </div>
    );
  }
  return <p class={announcement.visible ? "notice" : "visually-hidden"}>{announcement.text}</p>;
}

function noticeText(notice: Exclude<Notice, { kind: "failed" }>, texts: Texts, locale: string): string {
  switch (notice.kind) {
    case "copied":
      return texts.copied(notice.clearsInMs);
    case "token-accepted":
      return texts.tokenAccepted;
    case "token-renewed":
      return texts.tokenRenewed(unbrokenDate(notice.expiresAtMs, locale));
    case "renewal-refused":
      return texts.renewalRefused;
    case "tokens-revoked":
      if (notice.copiedAtMs === undefined) return texts.tokensRevoked;
      return texts.copyRevoked(dayOfYear(notice.copiedAtMs, Date.now(), locale));
    case "copy-dismissed":
      return texts.copyDismissed(dayOfYear(notice.copiedAtMs, Date.now(), locale));
    case "logged-out":
      return loggedOutText(notice, texts, locale);
    case "store-problem":
      return texts.storeProblem(notice.problem);
    case "settings-damaged":
      return texts.settingsDamaged;
  }
}

function loggedOutText(
  { expiresAtMs, copied }: Extract<Notice, { kind: "logged-out" }>,
  texts: Texts,
  locale: string,
): string {
  const loggedOut = texts.loggedOut(unbrokenDate(expiresAtMs, locale));
  if (!copied) return loggedOut;
  const day = dayOfYear(copied.copiedAtMs, Date.now(), locale);
  return `${loggedOut} ${texts.loggedOutCopy(day, unbrokenDate(copied.expiresAtMs, locale))}`;
}
