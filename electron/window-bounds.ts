export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Size (CSS pixels) below which the page cannot be used; also the window's least size. */
export const leastSize = { width: 480, height: 400 };

/**
 * Where to open the window: at its remembered place if enough of it to grab is on a screen that still exists, else the
 * usual size in the middle (no x and y). `workAreas`: the screens without their bars.
 */
export function fitBounds(
  remembered: Bounds | undefined,
  workAreas: readonly Bounds[],
): { width: number; height: number } & Partial<Bounds> {
  const area =
    remembered === undefined
      ? undefined
      : workAreas.find((candidate) => reaches(remembered, candidate));
  if (remembered === undefined || area === undefined) {
    const first = workAreas[0] ?? { x: 0, y: 0, width: 1440, height: 900 };
    return { width: Math.min(1440, first.width), height: Math.min(900, first.height) };
  }
  return {
    x: remembered.x,
    y: Math.max(remembered.y, area.y),
    width: clamp(remembered.width, leastSize.width, area.width),
    height: clamp(remembered.height, leastSize.height, area.height),
  };
}

/** At least 120 by 40 pixels of the title bar can be seen and grabbed. */
function reaches(window: Bounds, area: Bounds): boolean {
  const across =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= 120 && window.y >= area.y - 40 && window.y <= area.y + area.height - 40;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(Math.min(value, high), Math.min(low, high));
}
