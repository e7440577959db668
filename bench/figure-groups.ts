import type { FigureGroup } from './bench-run.ts';
import { exportFigures } from './export-figures.ts';
import { importFigures } from './import-figures.ts';
import { libraryFigures } from './library-figures.ts';
import { memoryFigures } from './memory-figures.ts';
import { saveFigures } from './save-figures.ts';
import { startFigures } from './start-figures.ts';
import { typingFigures } from './typing-figures.ts';

/** All figures, in the order in which they are measured. */
export const figureGroups: readonly FigureGroup[] = [
  saveFigures,
  libraryFigures,
  exportFigures,
  typingFigures,
  importFigures,
  startFigures,
  memoryFigures,
];
