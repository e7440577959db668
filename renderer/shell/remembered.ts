import { useCallback, useState } from 'react';

/** As `useState`, with the value kept in this window's storage under `muharrir.<key>`. `read` judges what was stored. */
export function useRemembered<T>(
  key: string,
  start: T,
  read: (stored: unknown) => T | undefined,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => recall(key, read) ?? start);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      remember(key, next);
    },
    [key],
  );
  return [value, set];
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`muharrir.${key}`, JSON.stringify(value));
  } catch {
    // A window that may not store anything works all the same.
  }
}

export function recall<T>(key: string, read: (stored: unknown) => T | undefined): T | undefined {
  try {
    const stored = localStorage.getItem(`muharrir.${key}`);
    return stored === null ? undefined : read(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

export const readBoolean = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;
export const readNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
export const readString = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
