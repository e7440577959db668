import { expect, test } from 'vitest';
import type { ShownDate, ShownSource } from '../editor/shown-suggestions.ts';
import { countUnnamed, groupBySpeaker } from './speaker-groups.ts';
import { timelineEntries } from './timeline-entries.ts';

function said(name: string, direct: boolean, through = ''): ShownSource {
  const span = { start: 0, end: 3, surface: 'قال' };
  return {
    kind: 'source',
    key: `${name} ${direct} ${through}`,
    fingerprint: name,
    places: [span],
    value: {
      kind: 'source',
      name,
      sourceKind: 'person',
      attribution: '',
      link: '',
      note: '',
      statement: { direct, medium: null, through },
    },
    confidence: 1,
    origin: 'verb',
    speaker: name === '' ? null : span,
    speakerSource: name === 'مصادر مطلعة' ? 'unnamed' : 'explicit',
    cue: span,
  };
}

test('groups statements by who made them, and says how each was heard', () => {
  const sources = [
    said('', false),
    said('ليلى منصور', true),
    said('مصادر مطلعة', false, 'وكالة الساحل'),
    said('ليلى منصور', false),
  ];
  expect(groupBySpeaker(sources).map(({ sources: own, ...group }) => [own.length, group])).toEqual([
    [2, { name: 'ليلى منصور', direct: 1, indirect: 1, through: [] }],
    [1, { name: 'مصادر مطلعة', direct: 0, indirect: 1, through: ['وكالة الساحل'] }],
    [1, { name: '', direct: 0, indirect: 1, through: [] }],
  ]);
  expect(countUnnamed(sources)).toBe(2);
});

test('puts dates in order of time, whatever their grain, and leaves out those without a place in it', () => {
  const { value, places } = date('أمس', '2026-01-27', 1);
  const confirmed = { id: 'a', value, places: [...places], state: 'accepted', origin: 'rule' };
  const entries = timelineEntries(
    [{ ...confirmed, state: 'accepted' }],
    [date('2027', '2027', 5), date('قبل أيام', null, 9), date('يناير', '2026-01', 20)],
  );
  expect(entries.map(({ value: { label }, suggestion }) => [label, suggestion])).toEqual([
    ['يناير', 'يناير'],
    ['أمس', undefined],
    ['2027', '2027'],
  ]);
});

function date(label: string, value: string | null, start: number): ShownDate {
  return {
    kind: 'date',
    key: label,
    fingerprint: label,
    places: [{ start, end: start + 1, surface: label }],
    value: { kind: 'date', label, value, end: null, note: '' },
    confidence: 1,
    origin: 'rule',
    otherReadings: [],
    conflicts: [],
    relative: false,
    hijri: null,
  };
}
