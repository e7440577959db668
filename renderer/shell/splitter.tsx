import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

/**
 * The line between a side pane and the page: drag it, or move it with the arrow keys (16 px a press); a double click
 * gives the pane its first width again. `side`: at which edge of the window the pane stands.
 */
export function Splitter({
  label,
  side,
  width,
  start,
  min,
  max,
  onChange,
}: {
  label: string;
  side: 'start' | 'end';
  width: number;
  start: number;
  min: number;
  max: number;
  onChange: (width: number) => void;
}): ReactNode {
  const drag = useRef<{ x: number; width: number; grows: 1 | -1 }>(undefined);
  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));
  const growthOf = (element: Element): 1 | -1 => {
    const isRtl = getComputedStyle(element).direction === 'rtl';
    return isRtl === (side === 'end') ? 1 : -1;
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width, grows: growthOf(event.currentTarget) };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const from = drag.current;
    if (from !== undefined) onChange(clamp(from.width + from.grows * (event.clientX - from.x)));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 16, ArrowLeft: -16 }[event.key];
    if (event.key === 'Home') onChange(min);
    else if (event.key === 'End') onChange(max);
    else if (step !== undefined) onChange(clamp(width + growthOf(event.currentTarget) * step));
    else return;
    event.preventDefault();
  };

  return (
    <div
      // A separator that can be moved takes focus and keys (ARIA: window splitter), which <hr> is not made for.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = undefined)}
      onPointerCancel={() => (drag.current = undefined)}
      onDoubleClick={() => onChange(start)}
      onKeyDown={onKeyDown}
      className="group relative z-10 w-px shrink-0 touch-none bg-line outline-none"
    >
      <div className="absolute inset-y-0 -inset-x-1 cursor-col-resize" />
      <div className="absolute inset-y-0 -inset-x-px bg-accent opacity-0 transition-opacity group-hover:opacity-40 group-focus-visible:opacity-100 group-active:opacity-100" />
    </div>
  );
}
