import type { Notice } from "../preload/contract.ts";
import { failureText } from "../texts/failure-texts.ts";
import type { Texts } from "../texts/index.ts";
import { formatDate } from "../texts/token-texts.ts";
import { type Announcement, useWindow } from "./window-context.ts";

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly announcement: Announcement | undefined;
}

/** The one live region. It is always there, because a region that comes with its text is not always read out. */
export function Notices({ notices, announcement }: NoticesProps) {
  const { texts, locale } = useWindow();
  return (
    <div class="notices" role="status" aria-atomic={false}>
      {notices.map((notice) => (
        <p key={notice.kind} class="notice" role={notice.kind === "failed" ? "alert" : undefined}>
          {noticeText(notice, texts, locale)}
        </p>
      ))}
      {announcement && (
        <p key={announcement} class={announcement.visible ? "notice" : "visually-hidden"}>
          {announcement.text}
        </p>
      )}
    </div>
  );
}

function noticeText(notice: Notice, texts: Texts, locale: string): string {
  switch (notice.kind) {
    case "copied":
      return texts.copied(notice.clearsInMs);
    case "token-accepted":
      return texts.tokenAccepted;
    case "logged-out":
      return texts.loggedOut(formatDate(notice.expiresAtMs, locale));
    case "store-problem":
      return texts.storeProblem(notice.problem);
    case "failed":
      return failureText(texts.failures, notice.failure);
  }
}
