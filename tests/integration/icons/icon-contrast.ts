/** sRGB channels, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Parses #rgb or #rrggbb. */
export function rgbOf(color: string): Rgb {
  const digits = color.slice(1);
  const long = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const value = Number.parseInt(long, 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

/** The contrast ratio of WCAG 2: 1 for equal colours, 21 for black and white. */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colours of an icon on a panel. `pixels` are RGBA with straight alpha. */
export function shownOn(panel: Rgb, pixels: Uint8Array): readonly Rgb[] {
  return Array.from({ length: pixels.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(4 * index, 4 * index + 4);
    const over = (channel: number, below: number) => (channel * alpha + below * (255 - alpha)) / 255;
    return [over(red, panel[0]), over(green, panel[1]), over(blue, panel[2])];
  });
}
