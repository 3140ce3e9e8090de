import { useEffect, useState } from "preact/hooks";
import type { Notice } from "../../preload/contract.ts";

/** Main's notices without those that the person closed. A closed one that goes and comes again is shown again. */
export function useClosedNotices(notices: readonly Notice[]) {
  const [closed, setClosed] = useState<readonly string[]>([]);
  const present = notices.map(keyOf);

  useEffect(() => {
    setClosed((keys) => keys.filter((key) => present.includes(key)));
  }, [present.join()]);

  function close(notice: Notice): void {
    setClosed((keys) => [...keys, keyOf(notice)]);
  }

  return { open: notices.filter((notice) => !closed.includes(keyOf(notice))), close };
}

/** As JSON, because each view has new objects. */
function keyOf(notice: Notice): string {
  return JSON.stringify(notice);
}
