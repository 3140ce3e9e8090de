import type { ComponentChildren } from "preact";
import type { Notice } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { dayOfYear } from "../../texts/short-date.ts";
import { type Announcement, useWindow } from "../state/window-context.ts";
import { Banner, type BannerKind } from "./banner.tsx";
import { Button } from "./button.tsx";
import { FailureLines, FailureWords, kindOfFailure } from "./failure-message.tsx";
import { unbrokenDate } from "./unbroken-date.ts";

type ShownNotice = Exclude<Notice, { kind: "copied" | "failed" }>;

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly announcement: Announcement | undefined;
  readonly onClose: (notice: Notice) => void;
  /** A token that Verifik accepts is there, also without a connection. */
  readonly hasToken: boolean;
  /** Messages about the token's state, which come last. They also say what a rejection said. */
  readonly children?: ComponentChildren;
}

/** The live region for messages: main's notices, then the window's own announcement. */
export function Notices({ notices, announcement, onClose, hasToken, children }: NoticesProps) {
  // The window's own error is newer than main's.
  const failedHere = announcement !== undefined && "failure" in announcement;
  return (
    <div class="notices" role="status" aria-atomic={false}>
      {notices.map((notice) =>
        notice.kind === "copied" ? null : notice.kind !== "failed" ? (
          <NoticeBanner key={JSON.stringify(notice)} notice={notice} onClose={() => onClose(notice)} />
        ) : failedHere ? null : (
          <Banner key={notice.failure.kind} kind={kindOfFailure(notice.failure)}>
            <p role="alert">
              <FailureWords failure={notice.failure} />
            </p>
          </Banner>
        ),
      )}
      {announcement && <AnnouncementLine key={announcement} announcement={announcement} hasToken={hasToken} />}
      {children}
    </div>
  );
}

interface AnnouncementLineProps extends Pick<NoticesProps, "hasToken"> {
  readonly announcement: Announcement;
}

function AnnouncementLine({ announcement, hasToken }: AnnouncementLineProps) {
  const { texts } = useWindow();
  if ("failure" in announcement) {
    const { failure, retry } = announcement;
    const kind = kindOfFailure(failure);
    const isOffline = failure.kind === "unreachable" && failure.reason === "offline";
    return (
      <Banner kind={kind}>
        {hasToken && isOffline ? <p role="alert">{texts.offlineWithToken}</p> : <FailureLines error={announcement} />}
        {kind === "plain" && retry && (
          <Button kind="quiet" onClick={retry}>
            {texts.tryAgain}
          </Button>
        )}
      </Banner>
    );
  }
  if (!announcement.visible) return <p class="visually-hidden">{announcement.text}</p>;
  return (
    <Banner kind="done">
      <p>{announcement.text}</p>
    </Banner>
  );
}

function NoticeBanner({ notice, onClose }: { notice: ShownNotice; onClose: () => void }) {
  const { texts, locale } = useWindow();
  const words = noticeText(notice, texts, locale);
  // The list says it to the eye: "accepted just now".
  if (notice.kind === "token-accepted") return <p class="visually-hidden">{words}</p>;
  const kind = noticeKinds[notice.kind];

  return (
    <Banner kind={kind} onClose={kind === "done" ? onClose : undefined}>
      <p>{words}</p>
    </Banner>
  );
}

const noticeKinds: Record<ShownNotice["kind"], BannerKind> = {
  "token-accepted": "done",
  "token-renewed": "done",
  "tokens-revoked": "done",
  "copy-dismissed": "done",
  "renewal-refused": "bad",
  "logged-out": "plain",
  "store-problem": "warning",
  "settings-damaged": "warning",
};

function noticeText(notice: ShownNotice, texts: Texts, locale: string): string {
  switch (notice.kind) {
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
