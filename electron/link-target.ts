const schemes = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address to hand to the system when a page wants to go to `address`, or undefined when it must go nowhere: only
 * absolute http, https and mailto leave the program. Never throws.
 */
export function linkTarget(address: string): string | undefined {
  const url = URL.parse(address);
  return url !== null && schemes.has(url.protocol) ? url.href : undefined;
}

/** The address as a person should see it in a question: readable letters, at most 200 characters, host never cut off. */
export function readableAddress(address: string): string {
  let text = address;
  try {
    text = decodeURI(address);
  } catch {
    // Not valid percent-encoding: shown as it is.
  }
  // Direction marks and control characters could make one address look like another.
  text = text.replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}');
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
