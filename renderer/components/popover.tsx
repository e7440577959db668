import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import type { PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { floatingPanel } from './menu.tsx';

export interface PopoverProps extends Pick<
  AriaPopoverProps,
  'isOpen' | 'onOpenChange' | 'triggerRef' | 'placement' | 'offset' | 'isNonModal'
> {
  label: string;
  /** The button that opens it; without one, `isOpen` and `triggerRef` say when and where. */
  trigger?: ReactNode;
  className?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small floating panel with focus inside; Escape and a click outside close it. */
export function Popover({
  label,
  trigger,
  className,
  children,
  ...props
}: PopoverProps): ReactNode {
  const panel = (
    <AriaPopover offset={6} {...props} className={floatingPanel}>
      <Dialog aria-label={label} className={classNames('p-3 outline-none', className)}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  );
  if (trigger === undefined) return panel;
  return (
    <DialogTrigger>
      {trigger}
      {panel}
    </DialogTrigger>
  );
}
