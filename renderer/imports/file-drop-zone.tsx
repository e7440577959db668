import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ImportIcon } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import { useImports } from './import-provider.tsx';
import { readDroppedFiles } from './read-dropped-files.ts';

/**
 * The whole window takes files: text files and folders become articles. Drags of anything else, and images dropped on
 * the page, are left to the page.
 */
export function FileDropZone(): ReactNode {
  const { imports } = useStrings();
  const { start } = useImports();
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);

  useEffect(() => {
    const onEnter = (event: DragEvent) => {
      if (!carriesArticles(event)) return;
      depth.current += 1;
      setOver(true);
    };
    const onLeave = () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    };
    const onOver = (event: DragEvent) => {
      // Without this the browser would leave the program for the file.
      if (carriesFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      depth.current = 0;
      setOver(false);
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      const isForPage = event.defaultPrevented || !carriesArticles(event);
      event.preventDefault();
      if (isForPage) return;
      event.stopPropagation();
      void readDroppedFiles(event.dataTransfer).then(start);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop, { capture: true });
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop, { capture: true });
    };
  }, [start]);

  if (!isOver) return null;
  return (
    <div className="animate-appear pointer-events-none fixed inset-0 z-70 flex items-center justify-center bg-scrim p-6">
      <div className="flex flex-col items-center gap-2 rounded-lg border-2 border-dashed border-accent bg-raised px-12 py-10 text-center shadow-float">
        <ImportIcon className="size-6 text-accent" aria-hidden />
        <p className="text-head font-semibold">{imports.dropHere}</p>
        <p className="text-ui text-ink-2">{imports.dropHint}</p>
      </div>
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Files that are not all images. A folder has no type. */
function carriesArticles(event: DragEvent): boolean {
  if (!carriesFiles(event)) return false;
  const files = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  return files.length === 0 || files.some(({ type }) => !type.startsWith('image/'));
}
