import type { ComponentChildren } from "preact";
import type { Notice, RepeatedCall } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { dayOfYear } from "../../texts/short-date.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { type Announcement, useWindow } from "../state/window-context.ts";
import { Banner, type BannerKind } from "./banner.tsx";
import { CallFailure, FailureLines, FailureWords } from "./failure-message.tsx";
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
  const { bridge, texts } = useWindow();
  const call = useAnnouncedCall<RepeatedCall>();
  const repeats: Readonly<Record<RepeatedCall, () => void>> = {
    "renew-token": () => void call.start("renew-token", () => bridge.renewToken({ months: 1 }), texts.renewing),
    "check-token": () => void call.start("check-token", bridge.checkToken, texts.checking),
  };
  // The window's own error is newer than main's.
  const failedHere = announcement !== undefined && "failure" in announcement;
  return (
    <div class="notices" role="status" aria-atomic={false}>
      {notices.map((notice) =>
        notice.kind === "copied" ? null : notice.kind !== "failed" ? (
          <NoticeBanner key={JSON.stringify(notice)} notice={notice} onClose={() => onClose(notice)} />
        ) : failedHere ? null : (
          <CallFailure
            key={notice.failure.kind}
            failure={notice.failure}
            onRepeat={notice.repeat && repeats[notice.repeat]}
            busy={call.pending !== undefined}
            hasToken={hasToken}
          >
            <p role="alert">
              <FailureWords failure={notice.failure} />
            </p>
          </CallFailure>
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
  if ("failure" in announcement) {
    return (
      <CallFailure failure={announcement.failure} onRepeat={announcement.retry} hasToken={hasToken}>
        <FailureLines error={announcement} />
      </CallFailure>
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
