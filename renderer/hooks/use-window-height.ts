import { useLayoutEffect } from "preact/hooks";

/** Asks for a window as tall as the page, whenever the page's height changes. Main decides (`main/window/page-height.ts`). */
export function useWindowHeight(): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      window.resizeTo(window.outerWidth, Math.ceil(root.getBoundingClientRect().height));
    });
    observer.observe(root);
    return () => observer.disconnect();
  }, []);
}
