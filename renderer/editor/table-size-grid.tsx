import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import type { ArticleSession } from './article-session.ts';
import { insertBlock } from './editing-commands.ts';

const rows = 6;
const columns = 6;

/** A grid to pick a table's size from, by pointer or by arrows and Enter. */
export function TableSizeGrid({
  session,
  onDone,
}: {
  session: ArticleSession;
  onDone: () => void;
}): ReactNode {
  const { table: s } = useStrings().editor;
  const format = useFormat();
  const [size, setSize] = useState({ rows: 3, columns: 3 });

  const insert = () => {
    const row = (type: string) => ({
      type: 'tableRow',
      content: Array.from({ length: size.columns }, () => ({
        type,
        content: [{ type: 'paragraph' }],
      })),
    });
    const body = Array.from({ length: size.rows - 1 }, () => row('tableCell'));
    const table = { type: 'table', content: [row('tableHeader'), ...body] };
    insertBlock(table)(session.editor.state, (transaction) =>
      session.editor.view.dispatch(transaction),
    );
    onDone();
  };

  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot be a grid of two dimensions
      role="slider"
      tabIndex={0}
      aria-label={s.pick}
      aria-valuemin={1}
      aria-valuemax={rows * columns}
      aria-valuenow={size.rows * size.columns}
      aria-valuetext={s.sizeLabel(format.number(size.rows), format.number(size.columns))}
      className="focus-ring flex w-fit flex-col gap-2 rounded-md"
      ref={(element) => element?.focus()}
      onKeyDown={(event) => {
        const rtl = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
        const step = steps[event.key];
        if (step !== undefined) {
          event.preventDefault();
          setSize((before) => ({
            rows: clamp(before.rows + step.rows, rows),
            columns: clamp(before.columns + step.columns * rtl, columns),
          }));
        } else if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          insert();
        }
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the slider around it has the keys */}
      <div className="grid grid-cols-6 gap-1" onPointerUp={insert}>
        {Array.from({ length: rows * columns }, (_, index) => {
          const row = Math.floor(index / columns) + 1;
          const column = (index % columns) + 1;
          const isIn = row <= size.rows && column <= size.columns;
          return (
            <span
              key={index}
              onPointerEnter={() => setSize({ rows: row, columns: column })}
              className={`size-5 rounded-sm border ${isIn ? 'border-accent bg-accent-wash' : 'border-line'}`}
            />
          );
        })}
      </div>
      <span className="text-center text-hint text-ink-2 tabular" dir="ltr">
        {s.size(format.number(size.rows), format.number(size.columns))}
      </span>
    </div>
  );
}

const steps: Readonly<Record<string, { rows: number; columns: number }>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowRight: { rows: 0, columns: 1 },
  ArrowLeft: { rows: 0, columns: -1 },
};

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(1, value));
}
