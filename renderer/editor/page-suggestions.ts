import type { Editor } from '@tiptap/core';
import type { Annotation, AnnotationKind, AnnotationValue } from '../../core/article/annotation.ts';
import type { Extraction } from '../../core/extraction/extract.ts';
import type { DateMention, Span } from '../../core/extraction/mentions.ts';
import { openSuggestions, readAgain } from '../../core/extraction/suggestions.ts';
import { toFailure } from '../api/app-failure.ts';
import type { Client } from '../api/client.ts';
import type { AnnotationRecords } from './annotation-records.ts';
import { once } from './article-session.ts';
import type { ArticleSessionState, Undo } from './article-session.ts';
import type { Timers } from './autosave.ts';
import { finish, IdleWork } from './idle-work.ts';
import type { Steps } from './idle-work.ts';
import { openInSteps } from './open-in-steps.ts';
import type { NewAnnotation, PageAnnotations } from './page-annotations.ts';
import type { PageControls } from './page-controls.ts';
import type { PagePlaces } from './page-places.ts';
import {
  allSuggestions,
  noSuggestions,
  showSuggestions,
  withoutConfirmed,
  withPlaces,
} from './shown-suggestions.ts';
import type { ShownSuggestion, ShownSuggestions } from './shown-suggestions.ts';
import { SuggestionFinder } from './suggestion-finder.ts';
import type { Question } from './suggestion-finder.ts';
import type { Highlight } from './suggestion-highlights.ts';

export interface PageSuggestionParts {
  articleId: string;
  client: Client;
  editor: Editor;
  page: PageControls;
  places: PagePlaces;
  records: AnnotationRecords;
  annotations: PageAnnotations;
  /** Fingerprints of what was turned down in the article. */
  rejected: readonly string[];
  publishedOn: () => string | null;
  timers: Timers;
  whenIdle: (callback: () => void) => void;
  onShow: (shown: Partial<Pick<ArticleSessionState, 'suggestions' | 'suggestionState'>>) => void;
}

/**
 * What the program suggests for the open article: found again after every change, shown with underlines that follow their
 * words, and decided about here. Nothing that an editor confirmed is changed, but relative dates that were accepted as
 * they were found follow the publication date.
 */
export class PageSuggestions {
  readonly #parts: PageSuggestionParts;
  readonly #finder: SuggestionFinder;
  readonly #work: IdleWork;
  readonly #rejected: Set<string>;
  #answer: { question: Question; found: Extraction } | undefined;
  #shown = noSuggestions;
  /** What the places of `#shown` are into. */
  #shownText = '';
  #annotations: readonly Annotation[] = [];
  /** The publication date that accepted dates were read with. */
  #datesReadOn: string | null;
  #isClosed = false;
  #decisions: Promise<unknown> = Promise.resolve();

  constructor(parts: PageSuggestionParts) {
    this.#parts = parts;
    this.#work = new IdleWork(parts.timers, parts.whenIdle);
    this.#rejected = new Set(parts.rejected);
    this.#datesReadOn = parts.publishedOn();
    // Nothing is underlined before the page is in the window.
    parts.editor.on('mount', () => this.#showSoon());
    this.#finder = new SuggestionFinder({
      question: () => ({ text: this.#text(), publishedOn: parts.publishedOn() }),
      ask: (question) => parts.client.extraction.find({ articleId: parts.articleId, ...question }),
      onAnswer: (question, found) => {
        this.#answer = { question, found };
        this.#showSoon();
        this.#readDatesAgain(found.dates, question.publishedOn);
      },
      onState: (suggestionState) => {
        // Ready is what is shown, not what was answered.
        if (suggestionState === 'ready') this.#showSoon();
        else parts.onShow({ suggestionState });
      },
      onPause: () => this.#showSoon(),
      timers: parts.timers,
    });
  }

  /** Text or publication date changed; `pause` 0: look as soon as may be. */
  touch(pause?: number): void {
    // What is being shown belongs to another document.
    this.#work.cancel();
    this.#finder.touch(pause);
  }

  /** What is confirmed may have changed. */
  follow(annotations: readonly Annotation[]): void {
    const before = this.#annotations;
    this.#annotations = annotations;
    // Places that only moved are no news: that happens with every key.
    const isSame =
      annotations.length === before.length &&
      annotations.every(({ id, value, places }, index) => {
        const former = before[index];
        return (
          former?.id === id && former.value === value && former.places.length === places.length
        );
      });
    if (isSame) return;
    if (this.#text() === this.#shownText) this.#set(withoutConfirmed(this.#shown, annotations));
    this.#showSoon();
  }

  /** Where a suggestion stands in the text as it is now. */
  placesOf(key: string): readonly Span[] {
    const suggestion = this.#find(key);
    if (suggestion === undefined) return [];
    if (this.#text() === this.#shownText) return suggestion.places;
    return this.#followedPlaces().get(key) ?? [];
  }

  /**
   * Makes annotations of suggestions, as one step of undo, each with all its places or only `place`. `value`: what the
   * editor made of it. The ids of the annotations.
   */
  accept(keys: readonly string[], { value, place }: Acceptance = {}): string[] {
    const byKey = new Map(allSuggestions(this.#shown).map((each) => [each.key, each]));
    const isSameText = this.#text() === this.#shownText;
    const followed = isSameText ? undefined : this.#followedPlaces();
    const entries = keys.flatMap((key) => {
      const suggestion = byKey.get(key);
      const all = followed === undefined ? suggestion?.places : followed.get(key);
      const places = place === undefined ? (all ?? []) : [place];
      return suggestion === undefined ? [] : this.#newAnnotation(suggestion, places, value);
    });
    return this.#parts.annotations.addAll(entries);
  }

  /** They are not suggested in this article again, until that is taken back. */
  reject(keys: readonly string[]): Undo {
    return this.#reject(keys.flatMap((key) => this.#find(key)?.fingerprint ?? []));
  }

  /** What stands on words whose annotation was removed was turned down with it. */
  rejectAt(kind: AnnotationKind, places: readonly { start: number; end: number }[]): Undo {
    const text = this.#text();
    if (text !== this.#answer?.question.text) return () => {};
    const { found } = this.#answer;
    const isThere = (span: Span) =>
      places.some(({ start, end }) => start < span.end && end > span.start);
    const named = new Set(found.names.filter(isThere).map(({ entity }) => entity));
    const isNamed = found.entities.map(({ id }) => named.has(id));
    const there = openSuggestions(
      text,
      {
        names: found.names.filter(({ entity }) => named.has(entity)),
        entities: found.entities.filter((_, index) => isNamed[index]),
        knownIds: found.knownIds.filter((_, index) => isNamed[index]),
        slips: found.slips,
        dates: found.dates.filter(isThere),
        statements: found.statements.filter(({ content }) => isThere(content)),
      },
      { annotations: [], rejected: this.#rejected },
    );
    const turnedDown = { name: there.names, date: there.dates, source: there.sources }[kind];
    return this.#reject(turnedDown.map(({ fingerprint }) => fingerprint));
  }

  retry(): void {
    this.#finder.again();
  }

  close(): void {
    this.#isClosed = true;
    this.#work.cancel();
    this.#finder.close();
  }

  #text(): string {
    return this.#parts.places.text().text;
  }

  #find(key: string): ShownSuggestion | undefined {
    return allSuggestions(this.#shown).find((suggestion) => suggestion.key === key);
  }

  #reject(fingerprints: string[]): Undo {
    this.#decide({ reject: fingerprints });
    return once(() => this.#decide({ allow: fingerprints }));
  }

  #newAnnotation(
    suggestion: ShownSuggestion,
    places: readonly Span[],
    edited: AnnotationValue | undefined,
  ): NewAnnotation[] {
    const stretches = places.flatMap((place) => this.#parts.places.stretchOf(place) ?? []);
    if (stretches.length === 0) return [];
    const value = edited ?? suggestion.value;
    if (suggestion.kind === 'name' && suggestion.annotationId !== null && edited === undefined)
      return [{ id: suggestion.annotationId, value, stretches }];
    const isSameName =
      suggestion.kind === 'name' && value.kind === 'name' && value.name === suggestion.value.name;
    return [
      {
        value,
        stretches,
        state: edited === undefined ? 'accepted' : 'edited',
        origin: suggestion.origin.slice(0, 200),
        ...(isSameName && suggestion.entityId !== null && { entityId: suggestion.entityId }),
      },
    ];
  }

  #showSoon(): void {
    if (!this.#isClosed) this.#work.start(this.#show());
  }

  /** What is open by the last answer; where the text is another by now, what of it is still where it was. */
  *#show(): Steps {
    const text = this.#text();
    const isAnswered = this.#answer?.question.text === text;
    const shown =
      isAnswered && this.#answer !== undefined
        ? showSuggestions(
            yield* openInSteps(text, this.#answer.found, {
              annotations: this.#annotations,
              rejected: this.#rejected,
            }),
          )
        : withoutConfirmed(yield* this.#follow(), this.#annotations);
    this.#shownText = text;
    this.#set(shown);
    const wanted: Highlight[] = [];
    for (const { key, kind, places } of allSuggestions(shown)) {
      for (const place of places) {
        const stretch = this.#parts.places.stretchOf(place);
        if (stretch !== undefined) wanted.push({ key, kind, ...stretch });
      }
      yield undefined;
    }
    yield* this.#draw(wanted);
  }

  *#draw(wanted: readonly Highlight[]): Steps {
    const { editor, page } = this.#parts;
    const plan = page.suggestions.plan(editor.state, wanted);
    if (plan === undefined) return;
    for (;;) {
      const transaction = page.suggestions.next(editor.state, plan);
      if (transaction === undefined) return;
      editor.view.dispatch(transaction);
      yield undefined;
    }
  }

  #set(shown: ShownSuggestions): void {
    this.#shown = {
      names: keepIfEqual(this.#shown.names, shown.names),
      dates: keepIfEqual(this.#shown.dates, shown.dates),
      sources: keepIfEqual(this.#shown.sources, shown.sources),
    };
    this.#parts.onShow({ suggestions: this.#shown, suggestionState: this.#finder.state });
  }

  /** What of it is where it was before the text changed. */
  *#follow(): Steps<ShownSuggestions> {
    const places = yield* this.#followPlaces();
    return withPlaces(this.#shown, ({ key }) => places.get(key) ?? []);
  }

  #followedPlaces(): Map<string, Span[]> {
    return finish(this.#followPlaces());
  }

  /** By the underlines, which went along with every change; only where the words are still the same. */
  *#followPlaces(): Steps<Map<string, Span[]>> {
    const { editor, page, places } = this.#parts;
    const text = places.text();
    const surfaces = new Map(
      allSuggestions(this.#shown).map((suggestion) => [
        suggestion.key,
        new Set(suggestion.places.map(({ surface }) => surface)),
      ]),
    );
    const found = new Map<string, Span[]>();
    for (const { key, from, to } of page.suggestions.find(editor.state)) {
      const start = text.offsetAt(from);
      const surface = text.text.slice(start, text.offsetAt(to));
      if (surfaces.get(key)?.has(surface) !== true) continue;
      const list = found.get(key) ?? [];
      list.push({ start, end: start + surface.length, surface });
      found.set(key, list);
      yield undefined;
    }
    return found;
  }

  #decide({ reject = [], allow = [] }: { reject?: string[]; allow?: string[] }): void {
    if (reject.length + allow.length === 0) return;
    this.#keepDecision({ reject, allow });
    const { client, articleId, page } = this.#parts;
    this.#decisions = this.#decisions
      .then(() => client.extraction.decide({ articleId, reject, allow }))
      .catch((error: unknown) => {
        this.#keepDecision({ reject: allow, allow: reject });
        page.tellFailure(toFailure(error));
      });
  }

  #keepDecision({ reject, allow }: { reject: string[]; allow: string[] }): void {
    for (const fingerprint of reject) this.#rejected.add(fingerprint);
    for (const fingerprint of allow) this.#rejected.delete(fingerprint);
    if (this.#isClosed) return;
    const open = ({ fingerprint }: ShownSuggestion) => !this.#rejected.has(fingerprint);
    this.#set({
      names: this.#shown.names.filter(open),
      dates: this.#shown.dates.filter(open),
      sources: this.#shown.sources.filter(open),
    });
    this.#showSoon();
  }

  /** Dates that were accepted as they were found and hang on the publication date get their new value. */
  #readDatesAgain(dates: readonly DateMention[], publishedOn: string | null): void {
    if (publishedOn === this.#datesReadOn) return;
    this.#datesReadOn = publishedOn;
    const { annotations, records, page } = this.#parts;
    const relative = new Map<string, DateMention>(
      dates.filter((date) => date.relative).map((date) => [`${date.start} ${date.end}`, date]),
    );
    const changes = annotations.list().flatMap(({ id, value, state, origin, places }) => {
      if (value.kind !== 'date' || state !== 'accepted' || origin === 'editor') return [];
      const date = relative.get(`${places[0]?.start} ${places[0]?.end}`);
      const after = date && readAgain(value, date);
      return after === undefined ? [] : [{ id, before: value, after }];
    });
    if (changes.length === 0) return;
    annotations.revise(changes.map(({ id, after }) => ({ id, value: after })));
    page.tellDatesRead(
      changes.length,
      once(() =>
        annotations.revise(
          changes
            .filter(({ id, after }) => records.get(id)?.value === after)
            .map(({ id, before }) => ({ id, value: before })),
        ),
      ),
    );
  }
}

export interface Acceptance {
  value?: AnnotationValue;
  /** Only here. */
  place?: Span;
}

/** The former list when both say the same; of a long one it would take too long to tell. */
function keepIfEqual<T extends readonly unknown[]>(before: T, after: T): T {
  if (before.length !== after.length || after.length > 300) return after;
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
