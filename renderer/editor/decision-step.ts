import type { Node } from '@tiptap/pm/model';
import { Step, StepResult } from '@tiptap/pm/transform';
import type { ArticleFields } from '../../core/article/article.ts';
import type { ImportChangeState } from './import-decisions.ts';

/** What goes with an edit of the text and must be undone and redone with it. */
export interface Decision {
  changeId: number;
  /** The change's state in the import report. */
  state: ImportChangeState;
  /** Fields that the change fills or empties. */
  fields: Partial<ArticleFields>;
}

/**
 * A step that leaves the document as it is and carries a decision about a change of the import report: the page's
 * history takes it back, and makes it again, together with the edit of the text in the same transaction.
 */
export class DecisionStep extends Step {
  readonly before: Decision;
  readonly after: Decision;

  constructor(before: Decision, after: Decision) {
    super();
    this.before = before;
    this.after = after;
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc);
  }

  override invert(): DecisionStep {
    return new DecisionStep(this.after, this.before);
  }

  override map(): DecisionStep {
    return this;
  }

  override toJSON(): { stepType: string; before: Decision; after: Decision } {
    return { stepType: 'importDecision', before: this.before, after: this.after };
  }
}

/** The step from what is now, the change in the state `former`, to `decision`. */
export function decisionStep(
  decision: Decision,
  former: ImportChangeState,
  present: ArticleFields,
): DecisionStep {
  const fields = Object.fromEntries(
    Object.keys(decision.fields).map((name) => [name, present[name as keyof ArticleFields]]),
  );
  return new DecisionStep({ changeId: decision.changeId, state: former, fields }, decision);
}

/** The fields of a decision that are still as the step found them: one that was edited since is left alone. */
export function fieldsToSet(
  { before, after }: DecisionStep,
  present: ArticleFields,
): Partial<ArticleFields> {
  return Object.fromEntries(
    Object.entries(after.fields).filter(
      ([name]) =>
        JSON.stringify(present[name as keyof ArticleFields]) ===
        JSON.stringify(before.fields[name as keyof ArticleFields]),
    ),
  );
}
