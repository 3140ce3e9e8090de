import type { Notice } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
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
      return texts.tokensRevoked;
    case "logged-out":
      return texts.loggedOut(unbrokenDate(notice.expiresAtMs, locale));
    case "store-problem":
      return texts.storeProblem(notice.problem);
    case "settings-damaged":
      return texts.settingsDamaged;
  }
}
