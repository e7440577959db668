import type { ReactNode } from 'react';
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
      <Tooltip
        placement={placement}
        offset={6}
        className="animate-appear flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-hint text-paper"
      >
        <span>{label}</span>
        {shortcut !== undefined && <Shortcut keys={shortcut} inverted />}
      </Tooltip>
    </TooltipTrigger>
  );
}
