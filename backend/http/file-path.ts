/**
 * The file a URL path asks for, relative to the folder served and with `/` between its parts; '' for the root.
 * Undefined for whatever a built page never asks for: other folders, hidden files, encoded separators, names that
 * Windows reads as devices, streams or other names. Never throws.
 */
export function readFilePath(path: string): string | undefined {
  if (path === '/') return '';
  const parts = path.slice(1).split('/');
  return path.startsWith('/') && parts.every(isPlainName) ? parts.join('/') : undefined;
}

/** Plain ASCII without `%`, so that there is nothing to decode and no second reading of a name. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/.test(name) && !windowsDevice.test(name);
}

const windowsDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
