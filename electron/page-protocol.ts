import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from '../core/content-security-policy.ts';
import { mediaType, pageFile } from './page-files.ts';

/** Makes `muharrir:` a proper, secure origin. To be called before the program is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'muharrir',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page at `muharrir://app/` and lets `session` load nothing else, from anywhere. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle('muharrir', (request) => answer(request, folder));
  session.webRequest.onBeforeRequest((details, done) =>
    done({ cancel: !ownScheme.test(details.url) }),
  );
  // Asking is refused, and so is looking up what would be answered.
  session.setPermissionRequestHandler((_contents, _permission, done) => done(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

const ownScheme = /^(muharrir:\/\/app\/|blob:muharrir:\/\/app\/|data:|devtools:)/;

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  // A name looked up ahead of time tells the name server what an article links to.
  'x-dns-prefetch-control': 'off',
  'cache-control': 'no-cache',
};

async function answer(request: Request, folder: string): Promise<Response> {
  const file = request.method === 'GET' ? pageFile(request.url, folder) : undefined;
  if (file === undefined) return new Response(null, { status: 404, headers });
  try {
    const bytes = new Uint8Array(await readFile(file));
    return new Response(bytes, { headers: { ...headers, 'content-type': mediaType(file) } });
  } catch {
    return new Response(null, { status: 404, headers });
  }
}
