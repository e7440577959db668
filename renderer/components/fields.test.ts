import { expect, test } from 'vitest';
import { passKeysOn } from './fields.tsx';

test('a field with keys of its own leaves them to the window too', () => {
  const seen: string[] = [];
  const event = { key: 'Escape', continuePropagation: () => seen.push('passed on') };
  type KeyHandler = NonNullable<Parameters<typeof passKeysOn>[0]>;
  passKeysOn(({ key }) => seen.push(key)).onKeyDown?.(
    event as unknown as Parameters<KeyHandler>[0],
  );
  expect(seen).toEqual(['Escape', 'passed on']);
  expect(passKeysOn(undefined)).toEqual({});
});
