/**
 * The browser door's key for calls. The server hands it to the page in the fragment of the first address, the page keeps
 * it for its own origin and sends it with every call.
 */
export const keyHeader = 'x-muharrir-key';
export const keyFragment = '#key=';
