import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Language, Theme } from '../core/bridge.ts';

/** What the shell itself remembers between starts. It is a convenience: losing it loses nothing of the library. */
export interface ShellSettings {
  bounds?: { x: number; y: number; width: number; height: number } | undefined;
  maximized?: boolean | undefined;
  language?: Language | undefined;
  theme?: Theme | undefined;
}

const whole = z.number().int().min(-100_000).max(100_000);
const schema = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole, height: whole }).optional().catch(undefined),
  maximized: z.boolean().optional().catch(undefined),
  language: z.enum(['ar', 'en']).optional().catch(undefined),
  theme: z.enum(['light', 'dark']).optional().catch(undefined),
});

/** Reads the settings; a file that is absent or makes no sense counts as empty. Never throws. */
export function readShellSettings(file: string): ShellSettings {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Writes the settings whole or not at all. A folder that cannot be written is no reason to disturb anybody. */
export function writeShellSettings(file: string, settings: ShellSettings): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(settings));
    renameSync(`${file}.new`, file);
  } catch {
    // See above.
  }
}
