import { use, useMemo } from 'react';
import type { ExportFormat } from '../../core/exporters/export-format.ts';
import { toFailure } from '../api/app-failure.ts';
import { isDesktop } from '../api/client.ts';
import { showToast } from '../components/toast.tsx';
import { ArticleSessionContext } from '../editor/article-session.ts';
import { useStrings } from '../strings/strings.ts';
import { UnsavedError, copyText, downloadFile, renderExport } from './export-article.ts';

export interface ExportActions {
  download: (format: ExportFormat) => Promise<void>;
  copy: (format: ExportFormat) => Promise<void>;
}

/** Exports of the open article, each with a message of how it went; undefined while none is open. */
export function useExport(): ExportActions | undefined {
  const session = use(ArticleSessionContext);
  const { shell, errors } = useStrings();
  return useMemo(() => {
    if (session === null) return undefined;
    const showFailure = (error: unknown) => {
      if (error instanceof UnsavedError) {
        showToast({
          tone: 'failed',
          title: shell.exportUnsaved,
          detail: shell.exportUnsavedDetail,
        });
        return;
      }
      const { code, details } = toFailure(error);
      const { what, kept, todo } = errors[code](details);
      showToast({ tone: 'failed', title: what, detail: `${kept} ${todo}` });
    };
    return {
      download: async (format) => {
        try {
          const { fileName, mediaType, text } = await renderExport(session, format);
          downloadFile(fileName, mediaType, text);
          showToast({
            tone: 'done',
            title: shell.exported(fileName),
            detail: isDesktop ? shell.exportedDesktop : shell.exportedDetail,
          });
        } catch (error) {
          showFailure(error);
        }
      },
      copy: async (format) => {
        let rendered;
        try {
          rendered = await renderExport(session, format);
        } catch (error) {
          showFailure(error);
          return;
        }
        try {
          copyText(rendered.text, rendered.mediaType);
          showToast({ tone: 'done', title: shell.copied });
        } catch {
          showToast({ tone: 'failed', title: shell.copyFailed, detail: shell.copyFailedDetail });
        }
      },
    };
  }, [errors, session, shell]);
}
