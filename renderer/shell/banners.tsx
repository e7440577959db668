import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CircleAlertIcon, LoaderCircleIcon, LockIcon, XIcon } from 'lucide-react';
import { api, connection, queryClient } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { classNames } from '../components/class-names.ts';
import { IconButton } from '../components/icon-button.tsx';
import { showToast } from '../components/toast.tsx';
import { useStrings } from '../strings/strings.ts';

/** Lines under the title bar that say what concerns the whole library: it is out of reach, or it is a copy. */
export function Banners(): ReactNode {
  return (
    <>
      <ConnectionBanner />
      <CopyBanner />
    </>
  );
}

function ConnectionBanner() {
  const { shell, errors } = useStrings();
  const state = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const wasLost = useRef(false);
  useEffect(() => {
    if (state.kind === 'lost' || state.kind === 'stopped') wasLost.current = true;
    if (state.kind !== 'connected' || !wasLost.current) return;
    wasLost.current = false;
    showToast({ tone: 'done', title: shell.reconnected });
    void queryClient.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
  }, [shell, state]);
  if (state.kind === 'lost') {
    return (
      <Banner tone="warn" icon={<LoaderCircleIcon className="animate-turn" />}>
        {shell.reconnecting}
      </Banner>
    );
  }
  if (state.kind !== 'stopped') return null;
  const { what, kept, todo } = errors[state.code]({});
  return (
    <Banner
      tone="bad"
      icon={<CircleAlertIcon />}
      action={<Button onPress={connection.retry}>{shell.retry}</Button>}
    >
      {`${what}. ${kept} ${state.code === 'BACKEND_LOST' ? '' : todo}`}
    </Banner>
  );
}

function CopyBanner() {
  const { shell } = useStrings();
  const { data } = useQuery(api.library.status.queryOptions());
  const [isHidden, setHidden] = useState(false);
  const original = data?.readOnlyOriginal ?? null;
  if (isHidden || original === null) return null;
  return (
    <Banner
      tone="warn"
      icon={<LockIcon />}
      action={<IconButton label={shell.dismiss} icon={<XIcon />} onPress={() => setHidden(true)} />}
    >
      {shell.readOnlyCopy(original)}
    </Banner>
  );
}

function Banner({
  tone,
  icon,
  action,
  children,
}: {
  tone: 'warn' | 'bad';
  icon: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <div
      role="alert"
      className={classNames(
        'flex min-h-10 shrink-0 items-center gap-2.5 px-4 py-1 text-ui [&>svg]:size-4 [&>svg]:shrink-0',
        tone === 'bad' ? 'bg-bad-wash text-bad' : 'bg-warn-wash text-warn',
      )}
    >
      {icon}
      <span className="words min-w-0 flex-1 text-ink">{children}</span>
      {action}
    </div>
  );
}
