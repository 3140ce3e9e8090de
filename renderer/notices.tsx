import type { Notice } from "../preload/contract.ts";
import { failureText } from "../texts/failure-texts.ts";
import type { Texts } from "../texts/index.ts";
import { formatDate } from "../texts/token-texts.ts";
import { FailureLines } from "./failure-message.tsx";
import { type Announcement, useWindow } from "./window-context.ts";

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly announcement: Announcement | undefined;
}

/** The one live region. */
export function Notices({ notices, announcement }: NoticesProps) {
  const { texts, locale } = useWindow();
  return (
    <div class="notices" role="status" aria-atomic={false}>
      {notices.map((notice) => (
        <p key={notice.kind} class="notice" role={notice.kind === "failed" ? "alert" : undefined}>
          {noticeText(notice, texts, locale)}
        </p>
      ))}
      {announcement && <Announced key={announcement} announcement={announcement} />}
    </div>
  );
}

function Announced({ announcement }: { announcement: Announcement }) {
  if ("failure" in announcement) return <FailureLines shown={announcement} />;
  return <p class={announcement.visible ? "notice" : "visually-hidden"}>{announcement.text}</p>;
}

function noticeText(notice: Notice, texts: Texts, locale: string): string {
  switch (notice.kind) {
    case "copied":
      return texts.copied(notice.clearsInMs);
    case "token-accepted":
      return texts.tokenAccepted;
    case "token-renewed":
      return texts.tokenRenewed(formatDate(notice.expiresAtMs, locale));
    case "renewal-refused":
      return texts.renewalRefused;
    case "tokens-revoked":
      return texts.tokensRevoked;
    case "logged-out":
      return texts.loggedOut(formatDate(notice.expiresAtMs, locale));
    case "store-problem":
      return texts.storeProblem(notice.problem);
    case "settings-damaged":
      return texts.settingsDamaged;
    case "failed":
      return failureText(texts.failures, notice.failure);
  }
}
