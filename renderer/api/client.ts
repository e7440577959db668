import { createORPCClient } from '@orpc/client';
import type { ClientLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { Contract } from '../../core/contract.ts';
import { desktopOrigin } from '../../core/bridge.ts';
import type { BridgeRequest } from '../../core/bridge.ts';
import { isRetryable } from './app-failure.ts';
import type { CallContext } from './call-context.ts';
import { Connection } from './connection.ts';
import { takeLoopbackKey } from './loopback-key.ts';
import { LoopbackLink } from './loopback-link.ts';
import { PortLink } from './port-link.ts';

/** Every method of the contract as a typed function: `await client.articles.open({ id })`. */
export type Client = ContractRouterClient<Contract, CallContext>;

/** Whether the page runs in the desktop window; else it came through the browser door. */
export const isDesktop = globalThis.location?.origin === desktopOrigin;

export const connection = new Connection();

export const client: Client = createORPCClient(makeLink());

/** The same methods as options for TanStack Query: `useQuery(api.settings.get.queryOptions())`. */
export const api = createTanstackQueryUtils(client);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => isRetryable(error) && count < 5,
      retryDelay: (count) => Math.min(250 * 2 ** count, 4000),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Tells the desktop shell something; does nothing in the browser. */
export function tellShell(request: BridgeRequest): void {
  if (isDesktop) window.postMessage(request, desktopOrigin);
}

function makeLink(): ClientLink<CallContext> {
  if (!isDesktop) {
    return new LoopbackLink({
      origin: globalThis.location?.origin ?? '',
      key: globalThis.window === undefined ? '' : takeLoopbackKey(window),
      connection,
      fetch: (input, init) => fetch(input, init),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
  }
  return new PortLink(
    {
      post: tellShell,
      listen: (listener) => {
        window.addEventListener('message', (event) => {
          if (event.source !== window || event.origin !== desktopOrigin) return;
          listener(event.data, event.ports);
        });
      },
    },
    connection,
  );
}
