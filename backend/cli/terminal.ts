import { systemCode } from './cli-error.ts';
import { printable } from './printable.ts';

/** `process.stdout` or `process.stderr`, or anything that takes text like them. */
export interface CliStream {
  write(text: string, done: (error?: Error | null) => void): unknown;
  on?(event: 'error', listener: (error: Error) => void): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** Where a command speaks: results on standard output, all else on standard error. */
export interface Terminal {
  /** Throws the system's error where nothing can be written; a reader that went away (`| head`) is no error. */
  print(text: string): Promise<void>;
  /** A line on standard error, after the progress line is cleared. */
  note(line: string): void;
  /** `muharrir: ...` on standard error. */
  complain(line: string): void;
  /** What is being done now: a line drawn again and again on a terminal, a line each elsewhere. */
  progress(done: number, total: number, label: string): void;
  clearProgress(): void;
}

export function openTerminal(stdout: CliStream, stderr: CliStream): Terminal {
  let shown = false;
  let readerGone = false;
  // Without a listener a broken pipe would end the process with a stack trace.
  stdout.on?.('error', () => {});
  stderr.on?.('error', () => {});

  const writeError = (text: string) => {
    stderr.write(text, () => {});
  };
  const clearProgress = () => {
    if (shown) writeError('\r\u001b[K');
    shown = false;
  };

  return {
    print: (text) =>
      new Promise((resolve, reject) => {
        if (readerGone) {
          resolve();
          return;
        }
        clearProgress();
        stdout.write(text, (error) => {
          readerGone =
            systemCode(error) === 'EPIPE' || systemCode(error) === 'ERR_STREAM_DESTROYED';
          if (error instanceof Error && !readerGone) reject(error);
          else resolve();
        });
      }),
    note: (line) => {
      clearProgress();
      writeError(`${line}\n`);
    },
    complain: (line) => {
      clearProgress();
      writeError(`muharrir: ${line}\n`);
    },
    progress: (done, total, label) => {
      const line = `[${done}/${total}] ${printable(label)}`;
      if (stderr.isTTY !== true) {
        if (total > 1) writeError(`${line}\n`);
        return;
      }
      writeError(`\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
      shown = true;
    },
    clearProgress,
  };
}
