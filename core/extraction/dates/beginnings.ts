import { addBit, bitsIn, createBits, hasBit, mergeBits } from './bits.ts';
import type { Bits } from './bits.ts';
import { clitics, isClitic } from './known-word.ts';
import type { Known, WordKind } from './known-word.ts';
import type { Node } from './pattern.ts';
import type { Rule } from './rule.ts';

/** A rule as the matcher needs it. */
export interface CompiledRule {
  rule: Rule;
  node: Node;
  notAfter: ReadonlySet<string>;
  notBefore: ReadonlySet<string>;
  notBeforeCategories: readonly number[];
  after: ReadonlySet<string>;
  /** Categories that it may begin with, read with the clitic that the rule is asked for. */
  first: Bits;
  /** Categories, times eight, and clitics that it asks for itself. */
  firstWithClitic: Bits;
  /** The fewest words it takes. */
  least: number;
}

/** A rule that may begin with a word, and what may come of it there. */
export interface Start {
  rule: CompiledRule;
  followers: Followers;
}

/** What can stand after a word inside a rule that began with it: more than is possible rather than less. */
export interface Followers {
  /** The word may be all. */
  single: boolean;
  categories: Bits;
}

/** Fills `least`, `first` and `firstWithClitic` of every rule. */
export function findBeginnings(rules: readonly (readonly CompiledRule[])[], size: number): void {
  computeLeast(rules);
  computeFirsts(rules, size);
}

/** Rules of a name that may begin with the word, with this clitic before it. */
export function startsWith(
  rules: readonly (readonly CompiledRule[])[],
  id: number,
  word: WordKind,
  clitic: number,
): readonly Start[] {
  const place = id * 8 + clitic;
  let starts = word.starts[place];
  if (starts === undefined) {
    starts = (rules[id] ?? [])
      .filter((rule) => begins(rule, word.readings, clitic))
      .map((rule) => {
        const categories = rule.first.slice().fill(0);
        const single = follow(rule.node, word, clitic, rules, categories);
        return { rule, followers: shared({ single, categories }) };
      });
    word.starts[place] = starts;
  }
  return starts;
}

/** Whether a rule can go on with the next word, or needs none. */
export function mayGoOn({ single, categories }: Followers, next: Known | null): boolean {
  if (single) return true;
  if (next === null) return false;
  for (const { category } of next.readings) if (hasBit(categories, category)) return true;
  return false;
}

/** The same few sets come again and again. */
const sets = new Map<string, Followers>();

function shared(followers: Followers): Followers {
  const key = `${followers.single} ${followers.categories.join(' ')}`;
  const known = sets.get(key);
  if (known !== undefined) return known;
  sets.set(key, followers);
  return followers;
}

/** Adds what may follow the word inside the node; true where the word may be all of it. */
function follow(
  node: Node,
  word: WordKind,
  clitic: number,
  rules: readonly (readonly CompiledRule[])[],
  into: Bits,
): boolean {
  switch (node.kind) {
    case 'category': {
      const asked = node.clitic === clitics.none ? clitic : node.clitic;
      const isAlone = node.clitic !== clitics.none && isOf(word, node.alone, clitics.none);
      if (isAlone) addBit(into, node.id);
      const fits = isOf(word, node.id, asked);
      if (fits && node.native !== null) for (const one of node.numbers) addBit(into, one);
      return fits;
    }
    case 'rule': {
      const asked = node.clitic === clitics.none ? clitic : node.clitic;
      if (node.clitic !== clitics.none && isOf(word, node.alone, clitics.none))
        addFirstOf(rules[node.id] ?? [], into);
      const found = followersOf(rules, node.id, word, asked);
      mergeBits(found.categories, into);
      return found.single;
    }
    case 'perhaps':
      return follow(node.node, word, clitic, rules, into);
    case 'choice':
      return node.nodes.map((one) => follow(one, word, clitic, rules, into)).some(Boolean);
    case 'sequence':
      return followSequence(node.nodes, word, clitic, rules, into);
  }
}

function followSequence(
  nodes: readonly Node[],
  word: WordKind,
  clitic: number,
  rules: readonly (readonly CompiledRule[])[],
  into: Bits,
): boolean {
  let single = false;
  for (const [at, node] of nodes.entries()) {
    if (follow(node, word, clitic, rules, into)) {
      const rest = nodes.slice(at + 1);
      const stop = rest.findIndex((one) => !mayBeNothing(one));
      for (const one of stop < 0 ? rest : rest.slice(0, stop + 1)) addFirstOfNode(one, rules, into);
      if (stop < 0) single = true;
    }
    if (!mayBeNothing(node)) break;
  }
  return single;
}

function followersOf(
  rules: readonly (readonly CompiledRule[])[],
  id: number,
  word: WordKind,
  clitic: number,
): Followers {
  const place = id * 8 + clitic;
  let found = word.followers[place];
  if (found === undefined) {
    const starts = startsWith(rules, id, word, clitic);
    const categories = new Uint32Array(rules[0]?.[0]?.first.length ?? 0);
    for (const { followers } of starts) mergeBits(followers.categories, categories);
    found = shared({ single: starts.some(({ followers }) => followers.single), categories });
    word.followers[place] = found;
  }
  return found;
}

function isOf(word: WordKind, category: number, clitic: number): boolean {
  return word.readings.some((one) => one.category === category && isClitic(one.clitic, clitic));
}

function mayBeNothing(node: Node): boolean {
  if (node.kind === 'perhaps') return true;
  if (node.kind === 'sequence') return node.nodes.every(mayBeNothing);
  return node.kind === 'choice' && node.nodes.some(mayBeNothing);
}

function addFirstOf(rules: readonly CompiledRule[], into: Bits): void {
  let all = unions.get(rules);
  if (all === undefined) {
    all = new Uint32Array(into.length);
    for (const { first, firstWithClitic } of rules) {
      mergeBits(first, all);
      for (const at of bitsIn(firstWithClitic)) addBit(all, at >> 3);
    }
    unions.set(rules, all);
  }
  mergeBits(all, into);
}

/** With what the rules of a name may begin, whatever the clitic. */
const unions = new WeakMap<readonly CompiledRule[], Bits>();

function addFirstOfNode(node: Node, rules: readonly (readonly CompiledRule[])[], into: Bits): void {
  switch (node.kind) {
    case 'category':
      addBit(into, node.id);
      if (node.clitic !== clitics.none) addBit(into, node.alone);
      return;
    case 'rule':
      addFirstOf(rules[node.id] ?? [], into);
      if (node.clitic !== clitics.none) addBit(into, node.alone);
      return;
    case 'perhaps':
      addFirstOfNode(node.node, rules, into);
      return;
    case 'choice':
      for (const one of node.nodes) addFirstOfNode(one, rules, into);
      return;
    case 'sequence':
      for (const one of node.nodes) {
        addFirstOfNode(one, rules, into);
        if (!mayBeNothing(one)) return;
      }
  }
}

/** Whether the rule may begin with a word of these readings, where `clitic` is asked for. */
function begins(rule: CompiledRule, readings: WordKind['readings'], clitic: number): boolean {
  for (const reading of readings) {
    if (isClitic(reading.clitic, clitic) && hasBit(rule.first, reading.category)) return true;
    if (
      clitic === clitics.none &&
      hasBit(rule.firstWithClitic, reading.category * 8 + reading.clitic)
    )
      return true;
  }
  return false;
}

/** The fewest words of each rule: what is shorter than that need not be tried. */
function computeLeast(rules: readonly (readonly CompiledRule[])[]): void {
  const least = rules.map(() => 1);
  for (let changed = true; changed;) {
    changed = false;
    rules.forEach((alternatives, id) => {
      for (const compiled of alternatives) compiled.least = leastOf(compiled.node, least);
      const smallest = Math.min(...alternatives.map((one) => one.least));
      if (smallest <= (least[id] ?? 1)) return;
      least[id] = smallest;
      changed = true;
    });
  }
}

function leastOf(node: Node, least: readonly number[]): number {
  switch (node.kind) {
    case 'category':
      return 1;
    case 'rule':
      return least[node.id] ?? 1;
    case 'perhaps':
      return 0;
    case 'choice':
      return Math.min(...node.nodes.map((one) => leastOf(one, least)));
    case 'sequence':
      return node.nodes.reduce((sum, one) => sum + leastOf(one, least), 0);
  }
}

interface First {
  plain: Bits;
  /** By category and clitic. */
  own: Bits;
}

/** Which categories each rule may begin with: from the names that it begins with, which cannot lead back to it. */
function computeFirsts(rules: readonly (readonly CompiledRule[])[], size: number): void {
  const known: First[] = [];
  const firstOf = (id: number): First => {
    const before = known[id];
    if (before !== undefined) return before;
    const all = emptyFirst(size);
    known[id] = all;
    for (const compiled of rules[id] ?? []) {
      const first = emptyFirst(size);
      addFirst(compiled.node, firstOf, first);
      compiled.first = first.plain;
      compiled.firstWithClitic = first.own;
      mergeBits(first.plain, all.plain);
      mergeBits(first.own, all.own);
    }
    return all;
  };
  rules.forEach((_, id) => firstOf(id));
}

function emptyFirst(size: number): First {
  return { plain: createBits(size), own: createBits(size * 8) };
}

/** Adds to `first`; true where the node may be nothing at all. */
function addFirst(node: Node, firstOf: (id: number) => First, first: First): boolean {
  switch (node.kind) {
    case 'category':
      if (node.clitic === clitics.none) addBit(first.plain, node.id);
      else addOwn(node.id, node.clitic, node.alone, first);
      return false;
    case 'rule': {
      const inner = firstOf(node.id);
      if (node.clitic === clitics.none) {
        mergeBits(inner.plain, first.plain);
        mergeBits(inner.own, first.own);
        return false;
      }
      for (const category of bitsIn(inner.plain)) addOwn(category, node.clitic, node.alone, first);
      return false;
    }
    case 'perhaps':
      addFirst(node.node, firstOf, first);
      return true;
    case 'choice':
      return node.nodes.map((one) => addFirst(one, firstOf, first)).some(Boolean);
    case 'sequence':
      return node.nodes.every((one) => addFirst(one, firstOf, first));
  }
}

function addOwn(category: number, clitic: number, alone: number, first: First): void {
  addBit(first.own, category * 8 + clitic);
  if (clitic === clitics.ل) addBit(first.own, category * 8 + clitics.لل);
  addBit(first.own, alone * 8);
}
