import type { Page } from "@playwright/test";

/**
 * The controls that can be told from what is around them by nothing: no border, no fill, no underline and no picture of their
 * own, of their frame or below them in it that stands out. For modes with high contrast, where a colour of the words is not
 * enough.
 */
export function faintControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** WCAG 1.4.11: of what a control is recognised by, against what is beside it. */
    const leastContrast = 3;
    return [...document.querySelectorAll("button, input, select, [role=combobox]")]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !looksOf(control).some(standsOut))
      .map((control) => control.outerHTML.slice(0, 120));

    /** A field may have its border around a frame, such as a calling code and a number, or lie over what shows it, such as cells. A menu is one frame. */
    function looksOf(control: Element): readonly Element[] {
      const menu = control.closest("[role=menu]");
      if (menu) return [menu];
      const frame = control.parentElement;
      if (!frame || !control.matches("input, select")) return [control];
      return [control, frame, ...[...frame.children].filter((other) => liesOver(control, other))];
    }

    function liesOver(control: Element, other: Element): boolean {
      const [above, below] = [control.getBoundingClientRect(), other.getBoundingClientRect()];
      const isBeside = below.left < above.left - 1 || below.right > above.right + 1;
      return !isBeside && below.top >= above.top - 1 && below.bottom <= above.bottom + 1;
    }

    function standsOut(control: Element): boolean {
      const style = getComputedStyle(control);
      // As the system draws it, which knows these modes.
      if (control.matches("input[type=checkbox]") && style.appearance !== "none") return true;
      const around = backgroundOf(control.parentElement);
      const differs = (color: string) => contrast(color, around) >= leastContrast;
      const hasBorder = style.borderBottomStyle !== "none" && Number.parseFloat(style.borderBottomWidth) > 0;
      const hasPicture = control.querySelector("svg") !== null && differs(style.color);
      const isUnderlined = style.textDecorationLine.includes("underline") && control.querySelector("svg") === null;
      return (
        (hasBorder && differs(style.borderBottomColor)) || differs(style.backgroundColor) || isUnderlined || hasPicture
      );
    }

    function backgroundOf(element: Element | null): string {
      for (let behind = element; behind; behind = behind.parentElement) {
        const { backgroundColor } = getComputedStyle(behind);
        if (channels(backgroundColor).alpha > 0) return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    }

    /** As WCAG defines it; 1 for what is transparent. */
    function contrast(color: string, background: string): number {
      if (channels(color).alpha === 0) return 1;
      const [brighter = 0, darker = 0] = [luminance(color), luminance(background)].sort((a, b) => b - a);
      return (brighter + 0.05) / (darker + 0.05);
    }

    function luminance(color: string): number {
      const [red = 0, green = 0, blue = 0] = channels(color).rgb.map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    /** Chromium answers every colour of the window as rgb() or rgba(). */
    function channels(color: string): { readonly rgb: readonly number[]; readonly alpha: number } {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
      return { rgb: [red, green, blue], alpha };
    }
  });
}
