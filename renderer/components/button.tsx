import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** `primary`: the one main action of a place. `plain`: among others. `quiet`: no frame. `danger`: cannot be undone. */
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A button with words. */
export function Button({
  variant = 'plain',
  icon,
  className,
  children,
  ...props
}: ButtonProps): ReactNode {
  return (
    <AriaButton
      {...props}
      className={classNames(
        'inline-flex min-h-8 shrink-0 items-center justify-center gap-1.5 rounded-md px-3 text-ui font-medium',
        'focus-ring cursor-default transition-colors disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
        variants[variant],
        className,
      )}
    >
      {icon}
      {children}
    </AriaButton>
  );
}

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain: 'border border-line bg-raised text-ink hover:bg-hover data-pressed:bg-selected',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink data-pressed:bg-selected',
  danger: 'border border-bad text-bad hover:bg-bad-wash',
} as const;
