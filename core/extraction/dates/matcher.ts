import { parseCardinal, parseOrdinal } from '../../arabic/numerals.ts';
import type { NumberInWords } from '../../arabic/numerals.ts';
import { mayGoOn, startsWith } from './beginnings.ts';
import type { CompiledRule } from './beginnings.ts';
import { cliticLetters, clitics, isClitic, withoutClitic } from './known-word.ts';
import type { Line } from './known-word.ts';
import type { Native, Node } from './pattern.ts';
import { Captured } from './rule.ts';
import type { Link, Value } from './rule.ts';

export interface Match {
  /** Place after the last word. */
  end: number;
  value: Value;
}

/** Matches rules against one line; what was found at a place is found once. */
export class Matcher {
  readonly #line: Line;
  readonly #rules: readonly (readonly CompiledRule[])[];
  readonly #matches = new Map<number, readonly Match[]>();
  #depth = 0;
  /** How many words with readings stand from each place on. */
  readonly #run: Uint16Array;

  constructor(line: Line, rules: readonly (readonly CompiledRule[])[]) {
    this.#line = line;
    this.#rules = rules;
    const { known } = line;
    this.#run = new Uint16Array(known.length + 1);
    for (let at = known.length - 1; at >= 0; at -= 1)
      this.#run[at] = known[at] === null ? 0 : Math.min(60_000, (this.#run[at + 1] ?? 0) + 1);
  }

  nonterminal(id: number, at: number, clitic: number): readonly Match[] {
    const word = this.#line.known[at] ?? null;
    if (word === null) return noMatches;
    const rules = startsWith(this.#rules, id, word.kind, clitic);
    if (rules.length === 0) return noMatches;
    const key = (at * 8 + clitic) * 512 + id;
    const before = this.#matches.get(key);
    if (before !== undefined) return before;
    // A sentence that says «الأسبوع الأول من» a thousand times must not use up the stack.
    if (this.#depth > deepest) return noMatches;
    this.#depth += 1;
    const matches: Match[] = [];
    this.#matches.set(key, matches);
    const run = this.#run[at] ?? 0;
    const next = this.#line.known[at + 1] ?? null;
    for (const { rule: compiled, followers } of rules) {
      if (compiled.least > run || !mayGoOn(followers, next)) continue;
      if (compiled.after.size > 0 && !this.#isOneOf(at - 1, compiled.after)) continue;
      if (compiled.rule.startsClause === true && startsWord.test(this.#line.words[at - 1] ?? ''))
        continue;
      if (compiled.notAfter.size > 0 && this.#isOneOf(at - 1, compiled.notAfter)) continue;
      this.#match(compiled.node, at, clitic, null, (end, captures) => {
        const match = this.#built(compiled, end, captures, matches);
        if (match !== null) matches.push(match);
      });
    }
    this.#depth -= 1;
    return matches;
  }

  #built(
    { rule, notBefore, notBeforeCategories }: CompiledRule,
    end: number,
    captures: Link | null,
    before: readonly Match[],
  ): Match | null {
    for (const match of before) if (match.end === end) return null;
    if (rule.endsClause === true && startsWord.test(this.#line.words[end] ?? '')) return null;
    if (notBefore.size > 0 && this.#isOneOf(end, notBefore)) return null;
    if (this.#isOfCategory(end, notBeforeCategories)) return null;
    const captured = new Captured(captures);
    const value = rule.make === undefined ? captured.only() : rule.make(captured);
    if (value === null) return null;
    if (typeof value === 'number' || value.kind === 'clock' || value.rule !== undefined)
      return { end, value };
    return { end, value: { ...value, rule: rule.name } };
  }

  #isOneOf(at: number, list: ReadonlySet<string>): boolean {
    const word = this.#line.words[at];
    if (word === undefined) return false;
    if (list.has(word) || (attached.test(word) && list.has(word.slice(1)))) return true;
    const before = this.#line.words[at - 1];
    return before !== undefined && list.has(`${before} ${word}`);
  }

  #isOfCategory(at: number, categories: readonly number[]): boolean {
    if (categories.length === 0) return false;
    const readings = this.#line.known[at]?.readings ?? [];
    return readings.some(
      ({ category, clitic }) => clitic === clitics.none && categories.includes(category),
    );
  }

  #match(
    node: Node,
    at: number,
    clitic: number,
    captures: Link | null,
    then: (end: number, captures: Link | null) => void,
  ): void {
    switch (node.kind) {
      case 'sequence':
        this.#sequence(node.nodes, 0, at, clitic, captures, then);
        return;
      case 'choice':
        for (const one of node.nodes) this.#match(one, at, clitic, captures, then);
        return;
      case 'perhaps':
        this.#match(node.node, at, clitic, captures, then);
        then(at, captures);
        return;
      case 'rule': {
        const { id, capture } = node;
        if (node.clitic === clitics.none) {
          for (const { end, value } of this.nonterminal(id, at, clitic))
            then(end, { name: capture, value, next: captures });
          return;
        }
        for (const [from, wanted] of this.#places(at, clitic, node.clitic)) {
          for (const { end, value } of this.nonterminal(id, from, wanted))
            then(end, { name: capture, value, next: captures });
        }
        return;
      }
      case 'category':
        if (node.clitic === clitics.none) {
          this.#category(node, at, clitic, captures, then);
          return;
        }
        for (const [from, wanted] of this.#places(at, clitic, node.clitic))
          this.#category(node, from, wanted, captures, then);
        return;
    }
  }

  #sequence(
    nodes: readonly Node[],
    index: number,
    at: number,
    clitic: number,
    captures: Link | null,
    then: (end: number, captures: Link | null) => void,
  ): void {
    const node = nodes[index];
    if (node === undefined) {
      then(at, captures);
      return;
    }
    this.#match(node, at, clitic, captures, (end, more) => {
      const wanted = end === at ? clitic : clitics.none;
      this.#sequence(nodes, index + 1, end, wanted, more, then);
    });
  }

  /** Where a node that asks for a clitic may begin: on the word that carries it, or after the clitic written alone. */
  #places(at: number, outer: number, own: number): readonly (readonly [number, number])[] {
    if (outer !== clitics.none) return [];
    const alone = this.#line.words[at] === cliticLetters[own];
    return alone
      ? [
          [at, own],
          [at + 1, clitics.none],
        ]
      : [[at, own]];
  }

  #category(
    node: Extract<Node, { kind: 'category' }>,
    at: number,
    clitic: number,
    captures: Link | null,
    then: (end: number, captures: Link | null) => void,
  ): void {
    const word = this.#line.known[at] ?? null;
    if (word === null) return;
    for (const reading of word.readings) {
      if (reading.category !== node.id || !isClitic(reading.clitic, clitic)) continue;
      const capture = (value: number): Link | null =>
        node.capture === '' ? captures : { name: node.capture, value, next: captures };
      if (node.native === null) {
        then(at + 1, capture(reading.value));
        continue;
      }
      const found = this.#number(node.native, at, reading.clitic);
      if (found !== null) then(found.end, capture(found.value));
    }
  }

  #number(native: Native, at: number, clitic: number): NumberInWords | null {
    const { words } = this.#line;
    if (clitic === clitics.none) return readNumber(native, words, at);
    const some = words.slice(at, at + longestNumber);
    some[0] = withoutClitic(words[at] ?? '', clitic);
    const found = readNumber(native, some, 0);
    return found === null ? null : { value: found.value, end: found.end + at };
  }
}

function readNumber(native: Native, words: readonly string[], at: number): NumberInWords | null {
  return native === 'cardinal'
    ? parseCardinal(words, at)
    : parseOrdinal(words, at, native === 'the-ordinal');
}

/** No number takes more words, each و alone. */
const longestNumber = 40;
const attached = /^[وفبلك]./;
const startsWord = /^[\p{L}\p{N}]/u;
const deepest = 60;
const noMatches: readonly Match[] = [];
