import {
  ipcMain,
  MessageChannelMain,
  type IpcMainEvent,
  type MessagePortMain,
  type WebFrameMain,
} from 'electron';
import {
  bridgeChannel,
  desktopOrigin,
  parseBridgeRequest,
  type BridgeNotice,
  type BridgeRequest,
} from '../core/bridge.ts';
import type { BackendFailure } from './backend-process.ts';

export interface IpcHandlers {
  /** Hands a port to the backend, at once or when it is there again; the failure it was given up for if it was. */
  connect: (port: MessagePortMain, retry: boolean) => BackendFailure | undefined;
  appearance: (request: Extract<BridgeRequest, { type: 'muharrir:appearance' }>) => void;
  isOwnWindow: (webContentsId: number) => boolean;
}

/**
 * Answers the page over the one IPC channel. Only the top frame of one of our own windows, showing our own page, is
 * heard; anything else is dropped without an answer.
 */
export function listenToPage(handlers: IpcHandlers): void {
  ipcMain.on(bridgeChannel, (event, value: unknown) => {
    const frame = trustedFrame(event, handlers);
    const request = parseBridgeRequest(value);
    if (frame === undefined || request === undefined) return;
    if (request.type === 'muharrir:appearance') {
      handlers.appearance(request);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    const failure = handlers.connect(port1, request.type === 'muharrir:retry');
    if (failure === undefined) notifyPage(frame, { type: 'muharrir:connected' }, [port2]);
    else notifyPage(frame, { type: 'muharrir:unavailable', code: failure.code });
  });
}

/** Tells the page in `frame` something; a page that is gone is no error. */
export function notifyPage(
  frame: WebFrameMain,
  notice: BridgeNotice,
  ports: MessagePortMain[] = [],
): void {
  if (frame.isDestroyed() || frame.origin !== desktopOrigin) return;
  frame.postMessage(bridgeChannel, notice, ports);
}

function trustedFrame(event: IpcMainEvent, { isOwnWindow }: IpcHandlers): WebFrameMain | undefined {
  const frame = event.senderFrame;
  if (frame === null || frame.isDestroyed() || frame.parent !== null) return undefined;
  if (frame.origin !== desktopOrigin || !isOwnWindow(event.sender.id)) return undefined;
  return frame;
}
