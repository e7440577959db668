export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Shows a download's progress in MB and percent: one line drawn again and again on a terminal, a new line at each tenth
 * elsewhere (a log). `end` leaves the cursor at the start of a line.
 */
export function progressLine(output: ProgressOutput) {
  let shown = '';
  return {
    report(this: void, received: number, total: number | undefined): void {
      const percent = total === undefined ? undefined : Math.floor((received / total) * 100);
      const step = output.isTTY === true ? 1 : 10;
      if (percent !== undefined && percent % step !== 0) return;
      const line = describe(received, total, percent);
      if (percent === undefined && output.isTTY !== true) return;
      const mark = percent === undefined ? line : String(percent);
      if (mark === shown) return;
      shown = mark;
      output.write(output.isTTY === true ? `\r${line}` : `${line}\n`);
    },
    end(this: void): void {
      if (shown !== '' && output.isTTY === true) output.write('\n');
    },
  };
}

function describe(
  received: number,
  total: number | undefined,
  percent: number | undefined,
): string {
  if (total === undefined || percent === undefined) return `  ${megabytes(received)} MB`;
  return `  ${megabytes(received)} of ${megabytes(total)} MB (${percent} %)`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
