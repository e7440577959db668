import { keyFragment } from '../../core/loopback-key.ts';

/**
 * The key of this start's calls: out of the address, which then loses it, or as kept for this origin by an earlier page.
 * Empty where there is none; the server then says that the page is locked.
 */
export function takeLoopbackKey({
  location,
  history,
  localStorage,
}: Pick<Window, 'location' | 'history' | 'localStorage'>): string {
  if (!location.hash.startsWith(keyFragment)) return localStorage.getItem(storageName) ?? '';
  const key = location.hash.slice(keyFragment.length);
  localStorage.setItem(storageName, key);
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return key;
}

const storageName = 'muharrir-key';
