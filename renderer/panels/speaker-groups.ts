import type { ShownSource } from '../editor/shown-suggestions.ts';

/** What one speaker is said to have said. */
export interface SpeakerGroup<Source = ShownSource> {
  /** Empty: nobody is named. */
  name: string;
  sources: readonly Source[];
  direct: number;
  indirect: number;
  /** Whom some of it was quoted through; empty: all first-hand as far as the text says. */
  through: readonly string[];
}

/** Statements by speaker, in the order in which the speakers first speak; those of nobody last. */
export function groupBySpeaker<Source extends ShownSource>(
  sources: readonly Source[],
): SpeakerGroup<Source>[] {
  const byName = Map.groupBy(sources, ({ value }) => value.name);
  return [...byName]
    .map(([name, said]) => {
      const direct = said.filter(({ value }) => value.statement?.direct === true).length;
      const through = said.flatMap(({ value }) => value.statement?.through || []);
      return {
        name,
        sources: said,
        direct,
        indirect: said.length - direct,
        through: [...new Set(through)],
      };
    })
    .toSorted((a, b) => Number(a.name === '') - Number(b.name === ''));
}

/** Statements of sources that the text leaves without a name. */
export function countUnnamed(sources: readonly ShownSource[]): number {
  return sources.filter(
    ({ speaker, speakerSource }) => speaker === null || speakerSource === 'unnamed',
  ).length;
}
