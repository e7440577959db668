import { openLibrary } from './open-library.ts';

/** Opens the library named by the first argument, says what it got as one line of JSON, and holds it. */
try {
  const library = openLibrary({ path: process.argv[2] ?? '', door: 'browser' });
  const count = () =>
    library.db.prepare<[], number>('SELECT count(*) FROM articles').pluck().get() ?? 0;
  const { path, readOnlyOriginal } = library;
  process.stdout.write(`${JSON.stringify({ path, readOnlyOriginal, articles: count() })}\n`);
  if (process.argv[3] === 'close') library.close();
  else setInterval(() => {}, 60_000);
} catch (error) {
  const { code, details } = error as { code: string; details: unknown };
  process.stdout.write(`${JSON.stringify({ code, details })}\n`);
}
