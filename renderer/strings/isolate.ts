/** `text` between bidi isolates, so that a name of any script inside a sentence cannot reorder the words around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
