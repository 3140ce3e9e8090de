import type { CopyView } from "../../preload/contract.ts";
import { copyAdvice, copyTitle } from "../../texts/copy-texts.ts";
import { useAnnouncedCall } from "../hooks/use-announced-call.ts";
import { useWindow } from "../state/window-context.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

/** Says that an older copied token ends, from 7 days before, or from its first reminder. Copying the newer one answers it. */
export function CopyBanner({ copy }: { copy: CopyView | undefined }) {
  const { bridge, texts, locale, applyView } = useWindow();
  const call = useAnnouncedCall<"copy">();
  if (!copy || (copy.status === "valid" && !copy.reminded)) return null;

  async function dismiss(): Promise<void> {
    applyView(await bridge.dismissCopy());
  }

  function copyNewer(): void {
    void call.start("copy", () => bridge.copyToken({ format: "token" }));
  }

  return (
    <Banner kind="warning">
      <p>
        {copyTitle(texts, copy, locale)}. {copyAdvice(texts, copy)}
      </p>
      <div class="banner-actions">
        {copy.newerHere && (
          <Button kind="quiet" name={texts.copyNewer} busy={call.pending === "copy"} onClick={copyNewer}>
            {texts.copy}
          </Button>
        )}
        <Button kind="quiet" onClick={() => void dismiss()}>
          {texts.noLongerUseCopy}
        </Button>
      </div>
    </Banner>
  );
}
