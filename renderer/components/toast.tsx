import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { CircleAlertIcon, CircleCheckIcon, InfoIcon, XIcon } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';

export interface ToastMessage {
  tone: 'done' | 'hint' | 'failed';
  title: string;
  detail?: string;
  /** One thing to do about it, as undoing it. */
  action?: { label: string; run: () => void };
}

/** Shows a short message at the edge of the window; failures stay until closed. Returns what takes it away again. */
export function showToast(message: ToastMessage): () => void {
  const options = message.tone === 'failed' ? {} : { timeout: message.action ? 8000 : 5000 };
  const key = queue.add(message, options);
  return () => queue.close(key);
}

/** Where toasts appear; one for the whole window. */
export function Toasts(): ReactNode {
  const { shell } = useStrings();
  return (
    <ToastRegion
      queue={queue}
      aria-label={shell.messages}
      className="fixed inset-x-0 bottom-5 z-60 mx-auto flex w-fit max-w-[min(28rem,calc(100vw-2rem))] flex-col gap-2 outline-none"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="animate-rise focus-ring flex items-center gap-3 rounded-lg border border-line bg-raised py-2 ps-3 pe-2 text-ink shadow-float"
        >
          {icons[toast.content.tone]}
          <ToastContent className="flex min-w-0 flex-1 flex-col">
            <Text slot="title" className="words text-ui font-medium">
              {toast.content.title}
            </Text>
            {toast.content.detail !== undefined && (
              <Text slot="description" className="words text-hint text-ink-2">
                {toast.content.detail}
              </Text>
            )}
          </ToastContent>
          {toast.content.action !== undefined && (
            <AriaButton
              className="focus-ring min-h-8 shrink-0 rounded-md px-2 text-ui font-medium text-accent hover:bg-hover"
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </AriaButton>
          )}
          <AriaButton
            slot="close"
            aria-label={shell.close}
            className="focus-ring flex size-7 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink [&_svg]:size-4"
          >
            <XIcon />
          </AriaButton>
        </AriaToast>
      )}
    </ToastRegion>
  );
}

const icons = {
  done: <CircleCheckIcon className="size-4 shrink-0 text-good" aria-hidden />,
  hint: <InfoIcon className="size-4 shrink-0 text-unsure" aria-hidden />,
  failed: <CircleAlertIcon className="size-4 shrink-0 text-bad" aria-hidden />,
} as const;

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });
