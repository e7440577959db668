import type { Settings } from '../../core/settings.ts';
import { defaultSettings, settingsSchema } from '../../core/settings.ts';
import { getStoredSettings, putSetting } from '../database/settings.ts';
import { writeTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';

/** All settings; the default stands for one that is missing or cannot be read. */
export function getSettings({ db }: Library): Settings {
  const stored = getStoredSettings(db);
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    const { success, data } = schema.safeParse(parse(stored.get(name)));
    if (success) settings[name] = data;
  }
  return settingsSchema.parse(settings);
}

export function setSettings(library: Library, changes: Partial<Settings>): Settings {
  writeTransaction(library.db, () => {
    for (const [name, value] of Object.entries(changes)) {
      if (value !== undefined) putSetting(library.db, name, JSON.stringify(value));
    }
  });
  authors.delete(library.db);
  return getSettings(library);
}

/** Who is written down as the author of a revision. */
export function getAuthor(library: Library): string {
  let author = authors.get(library.db);
  if (author === undefined) {
    author = getSettings(library).authorName.trim() || library.authorName;
    authors.set(library.db, author);
  }
  return author;
}

/** Every save asks for it. */
const authors = new WeakMap<Library['db'], string>();

function parse(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
