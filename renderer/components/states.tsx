import type { ReactNode } from 'react';
import { CircleAlertIcon } from 'lucide-react';
import type { Failure } from '../api/app-failure.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

/** A place with nothing in it yet: what goes there, and the action that fills it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  className,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}): ReactNode {
  return (
    <div
      className={classNames(
        'flex flex-col items-center gap-2 px-6 py-10 text-center [&>svg]:size-6',
        className,
      )}
    >
      {icon !== undefined && <span className="text-ink-3 [&_svg]:size-6">{icon}</span>}
      <p className="text-body font-medium text-ink">{title}</p>
      {children !== undefined && (
        <div className="max-w-80 text-ui text-pretty text-ink-2">{children}</div>
      )}
      {actions !== undefined && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}

/** What happened, what was kept, what to do. */
export function ErrorState({
  failure,
  onRetry,
  action,
  className,
}: {
  failure: Failure;
  onRetry?: (() => void) | undefined;
  /** What mends it, where trying again does not. */
  action?: ReactNode;
  className?: string;
}): ReactNode {
  const { errors, shell } = useStrings();
  const { what, kept, todo } = errors[failure.code](failure.details);
  return (
    <div
      role="alert"
      className={classNames('flex flex-col items-center gap-2 px-6 py-10 text-center', className)}
    >
      <CircleAlertIcon className="size-6 text-bad" aria-hidden />
      <p className="text-body font-medium text-ink">{what}</p>
      <p className="max-w-80 text-ui text-pretty text-ink-2">
        {kept} {todo}
      </p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {action}
        {onRetry !== undefined && <Button onPress={onRetry}>{shell.retry}</Button>}
      </div>
    </div>
  );
}

/** Grey lines in place of content that is on its way; shown only after 150 ms. */
export function Skeleton({ lines = 3 }: { lines?: number }): ReactNode {
  const { shell } = useStrings();
  return (
    <output aria-label={shell.loading} className="animate-skeleton flex flex-col gap-3 p-4">
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          className={`h-3.5 rounded-sm bg-hover ${line % 3 === 2 ? 'w-2/5' : line % 3 === 1 ? 'w-4/5' : 'w-full'}`}
        />
      ))}
    </output>
  );
}
