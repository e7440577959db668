import type { ReactNode } from 'react';
import {
  CircleCheckIcon,
  CircleDashedIcon,
  EyeIcon,
  NewspaperIcon,
  PencilLineIcon,
} from 'lucide-react';
import type { ArticleStatus } from '../../core/article/article.ts';
import { useStrings } from '../strings/strings.ts';
import { classNames } from './class-names.ts';

/** The desk status of an article as icon and word; colour is never the only difference. */
export function StatusMark({
  status,
  className,
}: {
  status: ArticleStatus;
  className?: string;
}): ReactNode {
  const { shell } = useStrings();
  return (
    <span className={classNames('inline-flex items-center gap-1 whitespace-nowrap', className)}>
      <StatusIcon status={status} />
      {shell.status[status]}
    </span>
  );
}

export function StatusIcon({ status }: { status: ArticleStatus }): ReactNode {
  const { Icon, colour } = looks[status];
  return <Icon aria-hidden className={classNames('size-3.5 shrink-0', colour)} />;
}

const looks = {
  draft: { Icon: CircleDashedIcon, colour: 'text-ink-3' },
  editing: { Icon: PencilLineIcon, colour: 'text-unsure' },
  review: { Icon: EyeIcon, colour: 'text-warn' },
  ready: { Icon: CircleCheckIcon, colour: 'text-good' },
  published: { Icon: NewspaperIcon, colour: 'text-accent' },
} as const;
