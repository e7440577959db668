import type { StatementMedium } from '../mentions.ts';
import type { Agreement } from './conjugation.ts';
import type { Subject } from './subject.ts';

/** How a statement is built; the confidence hangs on it. */
export type Construction =
  | 'verb-clause'
  | 'verb-quotation'
  | 'verb-colon'
  | 'verb-noun'
  | 'participle-clause'
  | 'participle-noun'
  | 'relay'
  | 'masdar'
  | 'attribution'
  | 'headline'
  | 'quotation-first'
  | 'bare-quotation';

/** A place of a block where words report, by token index. */
export interface Cue {
  construction: Construction;
  lemma: string;
  /** First and last token of the cue; what is written before `lead` characters of the first is not part of it. */
  first: number;
  last: number;
  lead: number;
  /** First token of the clause that the cue stands in: what is said before ends there. */
  opensAt: number;
  /** Whether a statement that runs up to this cue ends there. */
  opens: boolean;
  /** First token of the content. */
  contentFrom: number;
  /** The token after the content's last; -1 where its end is still to be found. */
  contentEnd: number;
  direct: boolean;
  /** After a colon without quotation marks. */
  spoken?: boolean;
  subject: Subject;
  /** Null where the form does not tell. */
  agreement: Agreement | null;
  /** Goes on with what the last speaker said. */
  continues: boolean;
  medium: StatementMedium | null;
  /** Whom it came through, by token index. */
  through: { first: number; last: number } | null;
}

/** A cue whose content has both ends; `covered`: what it attributes is another cue's. */
export interface BoundedCue {
  cue: Cue;
  /** First token of the content and the token after its last. */
  from: number;
  to: number;
}
