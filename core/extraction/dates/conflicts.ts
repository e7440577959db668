import { isoDay, weekdayOf } from '../../arabic/calendar.ts';
import type { DateConflict } from '../mentions.ts';
import { resolveTime } from './resolve.ts';
import type { Setting } from './resolve-fields.ts';
import type { Resolved } from './stretch.ts';
import type { Claim, Time } from './time.ts';

/**
 * What an expression says beside its value that cannot be true with it. `said` is the value that was taken, `computed`
 * the one that the other words give.
 */
export function findConflicts(time: Time, taken: Resolved, setting: Setting): DateConflict[] {
  if (time.kind === 'clock') return [];
  const conflicts = (time.claims ?? []).flatMap((claim) => {
    const found = conflictWith(claim, time, taken, setting);
    return found === null ? [] : [found];
  });
  return conflicts;
}

function conflictWith(
  claim: Claim,
  time: Time,
  taken: Resolved,
  setting: Setting,
): DateConflict | null {
  const { first } = taken;
  const said = first === null ? taken.value : dayValue(taken);
  if (claim.kind === 'month-names') {
    const [, other] = resolveTime({ ...time, claims: [] } as Time, setting);
    return other === undefined ? null : { kind: 'month-names', said, computed: other.value };
  }
  if (first === null) return null;
  if (claim.kind === 'weekday') {
    if (time.kind === 'shift') {
      const [byDate] = resolveTime({ ...time, claims: [] }, setting);
      if (byDate === undefined || byDate.first === first) return null;
      return { kind: 'published', said, computed: dayValue(byDate) };
    }
    const away = ((claim.weekday - weekdayOf(first) + 10) % 7) - 3;
    return away === 0 ? null : { kind: 'weekday', said, computed: isoDay(first + away) };
  }
  const [other] = resolveTime(claim.time, setting);
  if (claim.kind === 'calendar' && other === undefined && claim.time.kind === 'fields') {
    const { year = 0, month = 0, day = 0 } = claim.time.fields;
    return { kind: 'calendar', said, computed: `AH ${year}-${month}-${day}` };
  }
  if (other === undefined || other.first === null || other.last === null) return null;
  // A year of one calendar lies in two of the other.
  const agrees = other.first <= (taken.last ?? first) && other.last >= first;
  return agrees ? null : { kind: claim.kind, said, computed: dayValue(other) };
}

function dayValue({ value, first, grain }: Resolved): string {
  return first !== null && (grain === 'day' || value.includes('T')) ? isoDay(first) : value;
}
