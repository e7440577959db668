/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page is sent there whole */
import { asThePage, listeningServer } from './attack.ts';
import { expect, test } from './fixtures.ts';

test('no permission is granted, and what would be answered cannot be found out', async ({
  openWindow,
}) => {
  const { page } = await openWindow();
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
  const states = await page.evaluate(
    (wanted) =>
      Promise.all(
        wanted.map(
          async (name) =>
            (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    names,
  );
  expect(states).toEqual(names.map(() => 'denied'));

  const asked = await Promise.all([
    asThePage(page, () => navigator.mediaDevices.getUserMedia({ audio: true })),
    asThePage(page, () => navigator.mediaDevices.getDisplayMedia()),
    asThePage(page, () => Notification.requestPermission()),
    asThePage(page, () => navigator.clipboard.readText()),
    asThePage(
      page,
      () =>
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(resolve, ({ code }) => resolve(`code ${code}`));
        }),
    ),
  ]);
  expect(asked).toEqual([
    expect.stringMatching(/^refused: Not(Allowed|Found)Error$/),
    expect.stringMatching(/^refused: /),
    'denied',
    'refused: NotAllowedError',
    'code 1',
  ]);
});

test('no code is evaluated, wherever it comes from', async ({ openWindow }) => {
  const { page } = await openWindow();
  const results = await Promise.all([
    // oxlint-disable-next-line no-eval -- the attack
    asThePage(page, () => (0, eval)('1 + 1')),
    // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the attack
    asThePage(page, () => new Function('return 1')()),
    asThePage(page, () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
    asThePage(page, () => import(['data:text/javascript', ''].join(','))),
    asThePage(page, () => import(URL.createObjectURL(new Blob([''], { type: 'text/javascript' })))),
  ]);
  expect(results).toEqual([
    'refused: EvalError',
    'refused: EvalError',
    'refused: CompileError',
    'refused: TypeError',
    'refused: TypeError',
  ]);
});

test('nothing that is written into the page runs, styles it, or is loaded into it', async ({
  openWindow,
}) => {
  const { page } = await openWindow();
  const server = await listeningServer();
  const result = await asThePage(
    page,
    async (host) => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violated.add(effectiveDirective),
      );
      const append = (name: string, attributes: Record<string, string>, text = '') => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        element.textContent = text;
        return document.body.appendChild(element);
      };
      const taken = 'document.documentElement.dataset.taken = "yes"';
      append('script', {}, taken);
      append('script', { src: `http://${host}/remote.js` });
      append('button', { onclick: taken }).click();
      append('style', {}, 'body { display: none }');
      append('p', { style: 'color: red' });
      append('link', { rel: 'stylesheet', href: `http://${host}/remote.css` });
      append('iframe', { src: `http://${host}/frame` });
      append('iframe', { srcdoc: `<script>parent.${taken}</script>` });
      append('object', { data: `http://${host}/object` });
      append('video', { src: `http://${host}/film` });
      append('base', { href: `http://${host}/` });
      try {
        const worker = new Worker(URL.createObjectURL(new Blob([taken])));
        worker.terminate();
      } catch {
        violated.add('worker-src');
      }
      const all = ['base-uri', 'frame-src', 'media-src', 'object-src', 'script-src-attr']
        .concat('script-src-elem', 'style-src-attr', 'style-src-elem', 'worker-src')
        .toSorted();
      const deadline = performance.now() + 10_000;
      while (!all.every((name) => violated.has(name)) && performance.now() < deadline)
        await new Promise((resolve) => {
          requestAnimationFrame(resolve);
        });
      return {
        missing: all.filter((name) => !violated.has(name)),
        taken: document.documentElement.dataset['taken'] ?? 'no',
        shown: getComputedStyle(document.body).display,
      };
    },
    server.host,
  );
  expect(result).toEqual({ missing: [], taken: 'no', shown: expect.not.stringMatching('none') });
  expect(server.met).toEqual([]);
  await server.close();
});

test('nothing reaches a server, whatever way the page tries, and no file of the machine is read', async ({
  openWindow,
}) => {
  const { page, app } = await openWindow();
  const server = await listeningServer();

  const tried = await asThePage(
    page,
    (host) => {
      const hint = (rel: string) => Object.assign(document.createElement('link'), { rel });
      const loaded = (element: HTMLElement, name: 'src' | 'href', address: string) =>
        new Promise<string>((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('refused'));
          element.setAttribute(name, address);
          document.head.append(element);
        });
      const fetched = (address: string) =>
        fetch(address).then(
          ({ status }) => String(status),
          () => 'refused',
        );
      document.head.append(
        Object.assign(hint('preconnect'), { href: `http://${host}` }),
        Object.assign(hint('dns-prefetch'), { href: `http://${host}` }),
      );
      navigator.sendBeacon(`http://${host}/beacon`);
      const socket = new Promise<string>((resolve) => {
        const opened = new WebSocket(`ws://${host}`);
        opened.addEventListener('open', () => resolve('loaded'));
        opened.addEventListener('error', () => resolve('refused'));
      }).catch(() => 'refused');
      return Promise.all([
        fetched(`http://${host}/fetch`),
        loaded(new Image(), 'src', `http://${host}/picture`),
        loaded(hint('prefetch'), 'href', `http://${host}/prefetch`),
        loaded(document.createElement('script'), 'src', `http://${host}/script`),
        socket,
        fetched('file:///etc/passwd'),
        loaded(new Image(), 'src', 'file:///etc/passwd'),
        loaded(document.createElement('script'), 'src', 'file:///etc/passwd'),
        fetched('muharrir://app/../../package.json'),
        fetched('muharrir://app/%2e%2e%2f%2e%2e%2fpackage.json'),
        fetched('muharrir://app/..%5c..%5cpackage.json'),
      ]);
    },
    server.host,
  );
  expect(tried).toEqual([
    ...Array.from({ length: 8 }, () => 'refused'),
    ...Array.from({ length: 3 }, () => '404'),
  ]);

  await test.step('a call over WebRTC, which no policy of a page binds, sends nothing', async () => {
    await asThePage(
      page,
      (host) =>
        new Promise<void>((resolve) => {
          const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
          call.createDataChannel('x');
          call.addEventListener('icegatheringstatechange', () => {
            if (call.iceGatheringState === 'complete') resolve();
          });
          void call.createOffer().then((offer) => call.setLocalDescription(offer));
        }),
      server.host,
    );
  });

  await test.step('the session refuses too, should the page’s policy ever have a hole', async () => {
    const answers = await app.evaluate(
      ({ session }, addresses) =>
        Promise.all(
          addresses.map((address) =>
            session.defaultSession.fetch(address).then(
              () => 'answered',
              (error: Error) => error.message,
            ),
          ),
        ),
      [`http://${server.host}/session`, 'file:///etc/passwd'],
    );
    expect(answers).toEqual(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_BLOCKED_BY_CLIENT']);
  });

  expect(server.met).toEqual([]);
  await fetch(`http://${server.host}/control`);
  expect(server.met).toEqual(['connection', 'request /control']);
  await server.close();
});
