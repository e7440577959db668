import { foldArabicText } from '../arabic/fold.ts';
import type { EntityFields } from './entity.ts';

/** Every form by which an entity is known, folded: its name and its aliases, each once. */
export function entityForms({ name, aliases }: Pick<EntityFields, 'name' | 'aliases'>): string[] {
  return [...new Set([name, ...aliases].map(toForm).filter((form) => form !== ''))];
}

/** A name as it is compared: folded, one space between words, without signs around it. */
export function toForm(name: string): string {
  return foldArabicText(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether words by which a text calls an entity are a shorter or longer form of its name, as «الشرع» of «أحمد الشرع», and so
 * will mean it in other texts too. A description («الرئيس السوري») or another name altogether is for an editor to add.
 */
export function isFormOfName(surface: string, name: string): boolean {
  const words = new Set(toForm(name).split(' '));
  const parts = toForm(surface).split(' ');
  const known = parts.filter((part) => words.has(part) && part.length > 2);
  return known.length > 0 && known.length >= Math.min(parts.length, words.size);
}
