import type { Entity, NameKind, NameMention, Statement } from '../mentions.ts';
import { findStatements } from './find-statements.ts';

/** For tests only: people, bodies and places of these tests' texts. */
const roster: readonly (readonly [canonical: string, kind: NameKind, ...aliases: string[]])[] = [
  ['سامي الحداد', 'person', 'الحداد'],
  ['ليلى منصور', 'person', 'منصور'],
  ['عمر القاضي', 'person', 'القاضي'],
  ['وزارة الري', 'organisation'],
  ['المدى', 'organisation'],
  ['هيئة السدود', 'organisation', 'الهيئة'],
  ['بلدية الوادي', 'organisation'],
  ['مدينة الوادي', 'place', 'الوادي'],
  ['تونس', 'place'],
];

/** Every occurrence of the roster's names in a text, with و ف ب ل ك before it left out. */
export function rosterNames(text: string): { names: NameMention[]; entities: Entity[] } {
  const names: NameMention[] = [];
  for (const [entity, [canonical, kind, ...aliases]] of roster.entries()) {
    for (const form of [canonical, ...aliases]) {
      for (const found of text.matchAll(
        new RegExp(`(?<![\\p{L}])[وف]?[بلك]?(${form})(?![\\p{L}])`, 'gu'),
      )) {
        const end = found.index + found[0].length;
        const start = end - form.length;
        if (names.some((name) => name.start < end && start < name.end)) continue;
        names.push({
          start,
          end,
          surface: form,
          kind,
          entity,
          nominal: false,
          title: null,
          confidence: 1,
          origin: 'roster',
        });
      }
    }
  }
  return {
    names: names.toSorted((a, b) => a.start - b.start),
    entities: roster.map(([canonical, kind, ...aliases], id) => ({
      id,
      kind,
      canonical,
      aliases,
      titles: [],
      country: null,
    })),
  };
}

export interface MarkedText {
  text: string;
  cues: string[];
  contents: string[];
}

/** `[cue]` and `{content}` marked in a text, in reading order. */
export function readMarks(marked: string): MarkedText {
  return {
    text: marked.replaceAll(/[[\]{}]/g, ''),
    cues: [...marked.matchAll(/\[([^\]]*)\]/g)].map(([, cue]) =>
      (cue ?? '').replaceAll(/[{}]/g, ''),
    ),
    contents: [...marked.matchAll(/\{([^}]*)\}/g)].map(([, content]) =>
      (content ?? '').replaceAll(/[[\]]/g, ''),
    ),
  };
}

export function statementsOf(text: string): Statement[] {
  return findStatements(text, rosterNames(text));
}
