import { useEffect } from 'react';
import { isDesktop } from '../api/client.ts';
import { showToast } from '../components/toast.tsx';
import { useStrings } from '../strings/strings.ts';
import { openSessions } from './open-sessions.ts';

/**
 * Saves when the window loses the person's attention, and lets it close only when everything is on disk: the desktop
 * window saves and then closes by itself; a browser asks in its own words.
 */
export function useCloseGuard(): void {
  const s = useStrings().editor.closing;
  useEffect(() => {
    let isForced = false;
    const saveNow = () => void openSessions.flush();
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') saveNow();
    };
    const closeWhenSaved = async () => {
      if (await openSessions.flush()) {
        window.close();
        return;
      }
      showToast({
        tone: 'failed',
        title: s.title,
        detail: s.explain,
        action: {
          label: s.discard,
          run: () => {
            isForced = true;
            window.close();
          },
        },
      });
    };
    const beforeUnload = (event: BeforeUnloadEvent) => {
      if (isForced || !openSessions.isDirty) return;
      event.preventDefault();
      if (isDesktop) void closeWhenSaved();
      else void openSessions.flush({ leaving: true });
    };
    const leave = () => openSessions.sendLast();
    window.addEventListener('blur', saveNow);
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      window.removeEventListener('blur', saveNow);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('visibilitychange', whenHidden);
    };
  }, [s]);
}
