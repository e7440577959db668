import { memo } from 'react';
import type { ReactNode } from 'react';
import {
  CircleAlertIcon,
  CircleCheckIcon,
  CircleMinusIcon,
  ClockIcon,
  CopyIcon,
  LoaderCircleIcon,
} from 'lucide-react';
import { Button } from '../components/button.tsx';
import { useFormat } from '../format/use-format.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { useImports } from './import-provider.tsx';
import type { ImportItem, ImportOutcome } from './import-queue.ts';

/** One file of an import: its name, what became of it, what can be done about it. */
export const ImportItemRow = memo(function ImportItemRow({
  item,
}: {
  item: ImportItem;
}): ReactNode {
  const { file, outcome } = item;
  const Icon = icons[outcome.kind];
  return (
    <li className="flex items-start gap-2.5 rounded-md px-2 py-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colours[outcome.kind]}`} />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="words text-ui font-medium">
          {outcome.kind === 'created' && outcome.headline !== '' ? outcome.headline : file.name}
        </p>
        <OutcomeLine outcome={outcome} fileName={file.name} />
      </div>
      <OutcomeActions item={item} />
    </li>
  );
});

function OutcomeLine({ outcome, fileName }: { outcome: ImportOutcome; fileName: string }) {
  const { imports, shell, errors } = useStrings();
  const format = useFormat();
  switch (outcome.kind) {
    case 'waiting':
      return <p className="text-hint text-ink-3">{imports.waiting}</p>;
    case 'running':
      return <p className="text-hint text-ink-3">{imports.running}</p>;
    case 'skipped':
      return <p className="text-hint text-ink-3">{imports.stopped}</p>;
    case 'duplicate':
      return (
        <p className="text-hint text-ink-2">
          {imports.duplicate}: <bdi>{outcome.headline || imports.untitled}</bdi>
        </p>
      );
    case 'failed': {
      const { what, todo } = errors[outcome.failure.code](outcome.failure.details);
      return (
        <p className="text-hint text-ink-2">
          <span className="text-bad">{what}.</span> {todo}
        </p>
      );
    }
    case 'created':
      return (
        <p className="text-hint text-ink-2 tabular">
          <bdi>{fileName}</bdi>
          {' · '}
          {[
            format.count(outcome.removed, imports.removed),
            format.count(outcome.joined, imports.joined),
            format.count(outcome.proposed, imports.proposed),
          ].join(shell.listSeparator)}
        </p>
      );
  }
}

function OutcomeActions({ item: { id, outcome } }: { item: ImportItem }) {
  const { imports } = useStrings();
  const { openArticle, showDialog, wantCaret } = useShell();
  const { again } = useImports();
  const open = (articleId: string) => {
    showDialog(null);
    openArticle(articleId);
    wantCaret('text');
  };
  if (outcome.kind === 'created') {
    return (
      <Button variant="quiet" onPress={() => open(outcome.articleId)}>
        {imports.open}
      </Button>
    );
  }
  if (outcome.kind === 'duplicate') {
    return (
      <div className="flex shrink-0 flex-wrap justify-end">
        <Button variant="quiet" onPress={() => open(outcome.articleId)}>
          {imports.openExisting}
        </Button>
        <Button variant="quiet" onPress={() => again(id)}>
          {imports.importAgain}
        </Button>
      </div>
    );
  }
  if (outcome.kind === 'failed' || outcome.kind === 'skipped') {
    return (
      <Button variant="quiet" onPress={() => again(id)}>
        {imports.tryAgain}
      </Button>
    );
  }
  return null;
}

const icons = {
  waiting: ClockIcon,
  running: LoaderCircleIcon,
  created: CircleCheckIcon,
  duplicate: CopyIcon,
  failed: CircleAlertIcon,
  skipped: CircleMinusIcon,
} as const;

const colours = {
  waiting: 'text-ink-3',
  running: 'animate-turn text-accent',
  created: 'text-good',
  duplicate: 'text-warn',
  failed: 'text-bad',
  skipped: 'text-ink-3',
} as const;
