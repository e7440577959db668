import { isoDay, weekdayOf } from '../../arabic/calendar.ts';
import { durationGrain, wholeMonths } from './lengths.ts';
import { symbolic, stretchOfDays, grains, dayAt, unitAt, addMonths, joinEnds } from './stretch.ts';
import type { Resolved } from './stretch.ts';
import type { Setting } from './resolve-fields.ts';
import type { Length, Toward, Unit } from './time.ts';

/** «الشهر الماضي», «أمس»: the unit so many units away. `claimed`: a weekday said of the same day, which then counts. */
export function resolveShift(
  unit: Unit,
  amount: number,
  claimed: number | undefined,
  { published }: Setting,
): Resolved[] {
  if (published === null) {
    if (claimed !== undefined) return [symbolic(`XXXX-WXX-${claimed}`, 'day')];
    const value = amount === 0 ? 'PRESENT_REF' : amount < 0 ? 'PAST_REF' : 'FUTURE_REF';
    return [symbolic(value, grains[unit])];
  }
  const found = { ...unitAt(unit, published, amount), relative: true };
  // On a Sunday «last week» is rather the one that ends that day.
  if (unit === 'week' && amount === -1 && weekdayOf(published) === 7)
    return [{ ...unitAt(unit, published, 0), relative: true }, found];
  if (claimed === undefined || found.first === null) return [found];
  // «اليوم الأربعاء» in an article dated Thursday: the paper's date is off oftener than the weekday.
  const away = ((claimed - weekdayOf(found.first) + 10) % 7) - 3;
  if (away === 0) return [found];
  const day = found.first + away;
  return [{ ...stretchOfDays(isoDay(day), 'day', day, day), relative: true }, found];
}

/** «قبل ثلاثة أيام»: to the day for days; weeks, months and years are said roundly, so both grains are kept. */
export function resolveAgo(
  parts: readonly Length[],
  toward: Toward,
  { published }: Setting,
): Resolved[] {
  const sign = toward < 0 ? -1 : 1;
  const unknown = parts.some(({ amount }) => amount === null);
  if (published === null || unknown || wholeMonths(parts).months > farMonths) {
    return [symbolic(sign < 0 ? 'PAST_REF' : 'FUTURE_REF', durationGrain(parts))];
  }
  const count = wholeMonths(parts);
  const day = addMonths(published, sign * count.months) + sign * count.days;
  const exact = { ...dayAt(day), relative: true };
  // «قبل أسبوع» is said of the week.
  if (parts.length === 1 && parts[0]?.unit === 'week')
    return [{ ...unitAt('week', day, 0), relative: true }, exact];
  if (parts.length > 1 || count.months === 0) {
    const isShort = count.months === 0 && count.days === 0;
    return [{ ...exact, grain: isShort ? durationGrain(parts) : 'day' }];
  }
  const month = { ...unitAt('month', day, 0), relative: true };
  const about = { ...exact, mod: 'APPROX' as const };
  const [part] = parts;
  if (part?.unit === 'month') return [about, month];
  return [{ ...unitAt('year', day, 0), relative: true }, month, about];
}

/** «الأشهر الثلاثة الماضية»: counted back from the day, or whole units; the other is the second reading. */
export function resolveStretch(
  amount: number | null,
  unit: Unit,
  toward: Toward,
  { published }: Setting,
): Resolved[] {
  const tooFar = wholeMonths([{ unit, amount }]).months > farMonths;
  if (published === null || amount === null || toward === 0 || tooFar) {
    const value = toward === 0 ? 'PRESENT_REF' : toward < 0 ? 'PAST_REF' : 'FUTURE_REF';
    return [symbolic(value, grains[unit])];
  }
  if (unit === 'hour' || unit === 'minute' || unit === 'second') {
    const days = unit === 'hour' ? Math.ceil(amount / 24) : 0;
    const [from, to] = toward < 0 ? [-days, 0] : [0, days];
    return [{ ...joinEnds(dayAt(published + from), dayAt(published + to)), grain: grains[unit] }];
  }
  const whole = joinEnds(
    unitAt(unit, published, toward < 0 ? -amount : 1),
    unitAt(unit, published, toward < 0 ? -1 : amount),
  );
  if (unit === 'day' || unit === 'year' || unit === 'decade' || unit === 'century') return [whole];
  const count = wholeMonths([{ unit, amount }]);
  const far = addMonths(published, toward * count.months) + toward * count.days;
  const exact =
    toward < 0
      ? joinEnds(dayAt(far), dayAt(published - 1))
      : joinEnds(dayAt(published + 1), dayAt(far));
  const rolling = { ...exact, grain: grains[unit] };
  return toward < 0 ? [rolling, whole] : [whole, rolling];
}

/** Beyond that there is no calendar to count in. */
const farMonths = 1900 * 12;
