import {
  CircleAlertIcon,
  CircleCheckIcon,
  GitForkIcon,
  LoaderCircleIcon,
  PencilLineIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../components/button.tsx';
import { Popover } from '../components/popover.tsx';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import { useSessionState } from './article-session.ts';
import type { ArticleSession, SaveState } from './article-session.ts';

/** Saving, saved at, or failed (why and what to do), as one quiet line; for the title bar. */
export function SaveStateLine({ session }: { session: ArticleSession }): ReactNode {
  const { editor } = useStrings();
  const s = editor.saving;
  const format = useFormat();
  const state = useSessionState(session, ({ saveState }) => saveState);
  if (state.kind === 'failed') return <Failed session={session} state={state} />;
  const [icon, words] = {
    saved: [
      <CircleCheckIcon key="saved" aria-hidden />,
      state.kind === 'saved' ? s.saved(format.digits(clock(state.at))) : '',
    ],
    saving: [<LoaderCircleIcon key="saving" aria-hidden className="animate-turn" />, s.saving],
    dirty: [<PencilLineIcon key="dirty" aria-hidden />, s.dirty],
    conflict: [<GitForkIcon key="conflict" aria-hidden className="text-warn" />, s.conflict],
  }[state.kind];
  return (
    <output
      data-save-state={state.kind}
      className="inline-flex shrink-0 items-center gap-1.5 text-hint whitespace-nowrap text-ink-3 tabular [&_svg]:size-3.5"
    >
      {icon}
      {words}
    </output>
  );
}

function Failed({
  session,
  state,
}: {
  session: ArticleSession;
  state: Extract<SaveState, { kind: 'failed' }>;
}) {
  const { editor, errors } = useStrings();
  const s = editor.saving;
  const { what, todo } = errors[state.code](state.details);
  return (
    <>
      <span role="alert" className="sr-only">
        {s.failed}. {what}
      </span>
      <Popover
        label={s.details}
        placement="bottom"
        trigger={
          <AriaButton
            data-save-state="failed"
            className="focus-ring inline-flex min-h-7 min-w-0 cursor-default items-center gap-1.5 rounded-md bg-bad-wash px-2 text-hint font-medium text-bad [&_svg]:size-3.5 [&_svg]:shrink-0"
          >
            <CircleAlertIcon aria-hidden />
            <span className="one-line">
              {s.failed}: {what}
            </span>
          </AriaButton>
        }
      >
        <div className="flex w-72 flex-col gap-2 text-ui">
          <p className="font-medium">{what}</p>
          <p className="text-ink-2">
            {s.kept} {todo} {state.retryAt !== null && s.willRetry}
          </p>
          <Button className="self-start" onPress={() => void session.flush()}>
            {s.retryNow}
          </Button>
        </div>
      </Popover>
    </>
  );
}

/** Hours and minutes on this machine's clock. */
function clock(iso: string): string {
  const at = new Date(iso);
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
