import { isoDateSchema } from '../../core/article/article.ts';

/**
 * A typed date as ISO 8601 of the grain that was typed, undefined when it cannot be read: `2026`, `2026-01`,
 * `2026-01-28`, `2026-01-28 14:30`, `28/1/2026`, `28.1.2026`, `1/2026`, in Latin or Arabic digits. Day before month.
 */
export function readDate(text: string): string | undefined {
  const plain = text
    .replace(/[\u0660-\u0669]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0))
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim();
  const [, day, time] = /^(.*?)(?:(?:T|\s+|،\s*|,\s*)(\d{1,2}:\d{2}.*))?$/.exec(plain) ?? [];
  const date = day === undefined ? undefined : readDay(day);
  if (date === undefined) return undefined;
  const iso = time === undefined ? date : `${date}T${time.padStart(5, '0')}`;
  return isoDateSchema.safeParse(iso).success ? iso : undefined;
}

function readDay(text: string): string | undefined {
  if (/^\d{4}(-\d\d){0,2}$/.test(text)) return text;
  const parts = text.split(/\s*[/.\-–]\s*/);
  if (!parts.every((part) => /^\d{1,4}$/.test(part)) || parts.length > 3) return undefined;
  const ordered = parts[0]?.length === 4 ? parts : parts.toReversed();
  const [year, ...rest] = ordered;
  if (year?.length !== 4) return undefined;
  return [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
}
