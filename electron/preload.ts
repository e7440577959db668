import { ipcRenderer } from 'electron';
import { bridgeChannel, parseBridgeRequest } from '../core/bridge.ts';

// The whole bridge: what the page may ask goes to the main process, and the port to the backend comes back the same way.
// Nothing is put into the page's world.

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== window.location.origin) return;
  const request = parseBridgeRequest(event.data);
  if (request !== undefined) ipcRenderer.send(bridgeChannel, request);
});

ipcRenderer.on(bridgeChannel, (event, notice: unknown) => {
  window.postMessage(notice, window.location.origin, [...event.ports]);
});
