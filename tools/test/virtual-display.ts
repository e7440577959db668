import { spawn } from 'node:child_process';
import { Refusal } from '../terminal.ts';

export interface VirtualDisplay {
  /** For the environment variable DISPLAY. */
  name: string;
  close: () => Promise<void>;
}

/** Starts Xvfb on a free display number of its own choosing. @throws Refusal where it is not installed or does not start */
export async function virtualDisplay(): Promise<VirtualDisplay> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const number = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('error', () => reject(new Refusal('Xvfb is not installed')));
    child.once('exit', (code) => reject(new Refusal(`Xvfb ended with code ${code}`)));
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  return {
    name: `:${number}`,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
