import { useRef } from 'react';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { FileIcon, FolderIcon } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useFormat } from '../format/use-format.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { ImportItemRow } from './import-item-row.tsx';
import { useImports, useImportSummary } from './import-provider.tsx';
import { countOutcomes } from './import-queue.ts';
import { articleFiles } from './read-dropped-files.ts';

/** Choosing files to import, then how it goes, then what came of it. */
export function ImportDialog(): ReactNode {
  const { imports, shell } = useStrings();
  const { dialog, showDialog } = useShell();
  const { state, stop, clear } = useImports();
  const isRunning = state.phase !== 'idle';
  const isDone = !isRunning && state.items.length > 0;
  return (
    <Dialog
      title={isDone ? imports.finished : imports.title}
      isOpen={dialog === 'import'}
      onClose={() => {
        showDialog(null);
        clear();
      }}
      actions={
        isRunning ? (
          // What was pressed to begin is gone: the focus goes on here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- as above
          <Button autoFocus onPress={stop} isDisabled={state.phase === 'stopping'}>
            {state.phase === 'stopping' ? imports.stopping : imports.stop}
          </Button>
        ) : isDone ? (
          <>
            <Button onPress={clear}>{shell.importFiles}</Button>
            <Button
              variant="primary"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the end of what the focus was on
              autoFocus
              onPress={() => {
                showDialog(null);
                clear();
              }}
            >
              {shell.done}
            </Button>
          </>
        ) : undefined
      }
    >
      {state.items.length === 0 ? <ChooseFiles /> : <Progress />}
    </Dialog>
  );
}

function ChooseFiles() {
  const { imports } = useStrings();
  const { publishedOn, setPublishedOn, start } = useImports();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-5 pb-3">
      <p className="text-ui text-pretty text-ink-2">{imports.intro}</p>
      <DateField
        label={imports.publishedOn}
        hint={imports.publishedOnHint}
        value={publishedOn}
        onChange={setPublishedOn}
        className="max-w-72"
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" icon={<FileIcon />} onPress={() => files.current?.click()}>
          {imports.chooseFiles}
        </Button>
        <Button icon={<FolderIcon />} onPress={() => folder.current?.click()}>
          {imports.chooseFolder}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={imports.chooseFiles}
        onChange={(event) => start([...(event.target.files ?? [])])}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        {...{ webkitdirectory: '' }}
        aria-label={imports.chooseFolder}
        onChange={(event) => start(articleFiles(event.target.files ?? []))}
      />
    </div>
  );
}

function Progress() {
  const { imports } = useStrings();
  const format = useFormat();
  const { state } = useImports();
  const summarize = useImportSummary();
  const counts = countOutcomes(state.items);
  const done = state.items.length - counts.waiting - counts.running;
  const current = state.items.find(({ outcome }) => outcome.kind === 'running');
  return (
    <div className="flex flex-col gap-4 pb-1">
      {state.phase === 'idle' ? (
        <output className="text-ui font-medium">{summarize(state)}</output>
      ) : (
        <ProgressBar
          aria-label={imports.title}
          value={done}
          maxValue={state.items.length}
          className="flex flex-col gap-1.5"
        >
          {({ percentage }) => (
            <>
              <div className="flex justify-between gap-4 text-ui">
                <span className="one-line">{current && imports.importing(current.file.name)}</span>
                <span className="shrink-0 text-ink-2 tabular">
                  {imports.progress(format.number(done), format.number(state.items.length))}
                </span>
              </div>
              <div className="h-1.5 overflow-hidden rounded-full bg-hover">
                <div
                  className="h-full rounded-full bg-accent transition-[width]"
                  style={{ width: `${percentage ?? 0}%` }}
                />
              </div>
            </>
          )}
        </ProgressBar>
      )}
      <ul aria-label={imports.list} className="-mx-2 flex flex-col">
        {state.items.map((item) => (
          <ImportItemRow key={item.id} item={item} />
        ))}
      </ul>
    </div>
  );
}
