import type { ErrorDetails } from '../../core/errors.ts';
import type { FailureCode } from '../api/app-failure.ts';

/** Three short sentences: what happened, what was kept, what to do. */
export interface FailureText {
  what: string;
  kept: string;
  todo: string;
}

/** Words for every code a call can fail with; `details` are the error's own. */
export type FailureWording = Readonly<Record<FailureCode, (details: ErrorDetails) => FailureText>>;
