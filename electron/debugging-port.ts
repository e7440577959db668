/** The part of Electron's `app.commandLine` that is needed here. */
export interface CommandLine {
  removeSwitch(name: string): void;
}

const switches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/**
 * Takes Chromium's debugging port off the command line: whoever reaches it, another account on the same machine
 * included, reads and writes everything in the window. Only the end-to-end test of the installed program asks for it,
 * with `MUHARRIR_DEBUGGING=1`. To be called before the program is ready, which is when Chromium would open it.
 */
export function refuseDebugging(
  commandLine: CommandLine,
  env: Readonly<Record<string, string | undefined>>,
): void {
  if (env['MUHARRIR_DEBUGGING'] === '1') return;
  for (const name of switches) commandLine.removeSwitch(name);
}
