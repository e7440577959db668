/**
 * A command that file permissions bind even where the tests run as root: it stays root, so that the checkout may lie
 * anywhere, but loses what lets root pass over permissions. `setpriv` comes with every Linux.
 */
export function withoutPrivileges(command: string, args: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, [...args]];
  return ['setpriv', ['--bounding-set=-all', '--inh-caps=-all', command, ...args]];
}
