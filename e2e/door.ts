import type { Page } from '@playwright/test';

export interface DoorOptions {
  /** The library file; made when it is not there. */
  library: string;
  /** A fresh folder for what a person's account would keep (window size, browser profile). */
  profile: string;
  size: { width: number; height: number };
  colorScheme: 'light' | 'dark';
}

/** One running program, reached through one of its doors. */
export interface Door {
  readonly page: Page;
  /** Everything the program has written to its terminal so far. */
  output: () => string;
  /** Closes the window as a person does and waits until the program has ended. */
  close: () => Promise<void>;
  /** Ends the program without warning, as a power cut would. */
  kill: () => Promise<void>;
  /** Runs `trigger`, waits for the file that it saves, and gives its path in a fresh folder. */
  saved: (trigger: () => Promise<void>) => Promise<string>;
}
