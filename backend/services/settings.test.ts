import { expect, test } from 'vitest';
import { defaultSettings } from '../../core/settings.ts';
import { makeLibrary } from '../library.fixture.ts';
import { getSettings, setSettings } from './settings.ts';

test('keeps what was set, and the default where a stored value cannot be read', () => {
  const library = makeLibrary();
  expect(getSettings(library)).toEqual(defaultSettings);
  const set = setSettings(library, { theme: 'dark', authorName: 'نور' });
  expect(set).toEqual({ ...defaultSettings, theme: 'dark', authorName: 'نور' });
  library.db.exec("UPDATE settings SET value = '\"purple\"' WHERE name = 'theme'");
  library.db.exec("INSERT INTO settings VALUES ('pageFont', '{'), ('gone', '1')");
  expect(getSettings(library)).toEqual({ ...defaultSettings, authorName: 'نور' });
});
