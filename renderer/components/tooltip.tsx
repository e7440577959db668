import { useEffect } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import type { TooltipProps } from 'react-aria-components';
import { Shortcut } from './shortcut.tsx';

/** A name, and a shortcut if there is one, for what it stands around; shown on hover and on keyboard focus. */
export function WithTooltip({
  label,
  shortcut,
  placement = 'bottom',
  children,
}: {
  label: string;
  shortcut?: string | undefined;
  placement?: TooltipProps['placement'];
  children: ReactNode;
}): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      {/* Without motion: one that fades out is left standing when the focus hurries on. */}
      <Tooltip
        placement={placement}
        offset={6}
        className="flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-hint text-paper"
      >
        <span>{label}</span>
        {shortcut !== undefined && <Shortcut keys={shortcut} inverted />}
      </Tooltip>
    </TooltipTrigger>
  );
}

/**
 * Calls `leave` for an Escape pressed inside of `area` on something whose tooltip is open: the tooltip keeps that key to
 * itself, and goes by it, but one press is meant to do both.
 */
export function useEscapeFromTooltip(area: RefObject<HTMLElement | null>, leave: () => void): void {
  useEffect(() => {
    const onKeyDown = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape' || !(target instanceof Element)) return;
      const described = target.getAttribute('aria-describedby') ?? '';
      const isOpen = described
        .split(' ')
        .some((id) => document.getElementById(id)?.role === 'tooltip');
      if (isOpen && area.current?.contains(target) === true) leave();
    };
    // Before the tooltip, which listens on the document.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [area, leave]);
}
