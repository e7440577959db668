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
  /** One cell a category: whether the rule may begin with it, read with the clitic that the rule is asked for. */
  first: Uint8Array;
  /** One cell a category and clitic: whether the rule asks for that clitic itself. */
  firstWithClitic: Uint8Array;
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
  /** One cell a category. */
  categories: Uint8Array;
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
        const categories = new Uint8Array(rule.first.length);
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
  for (const { category } of next.readings) if (categories[category] === 1) return true;
  return false;
}

/** The same few sets come again and again. */
const sets = new Map<string, Followers>();

function shared(followers: Followers): Followers {
  const key = `${followers.single} ${followers.categories.join('')}`;
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
  into: Uint8Array,
): boolean {
  switch (node.kind) {
    case 'category': {
      const asked = node.clitic === clitics.none ? clitic : node.clitic;
      const isAlone = node.clitic !== clitics.none && isOf(word, node.alone, clitics.none);
      if (isAlone) into[node.id] = 1;
      const fits = isOf(word, node.id, asked);
      if (fits && node.native !== null) for (const one of node.numbers) into[one] = 1;
      return fits;
    }
    case 'rule': {
      const asked = node.clitic === clitics.none ? clitic : node.clitic;
      if (node.clitic !== clitics.none && isOf(word, node.alone, clitics.none))
        addFirstOf(rules[node.id] ?? [], into);
      const found = followersOf(rules, node.id, word, asked);
      merge(found.categories, into);
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
  into: Uint8Array,
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
    const categories = new Uint8Array(rules[0]?.[0]?.first.length ?? 0);
    for (const { followers } of starts) merge(followers.categories, categories);
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

function addFirstOf(rules: readonly CompiledRule[], into: Uint8Array): void {
  let all = unions.get(rules);
  if (all === undefined) {
    all = new Uint8Array(into.length);
    for (const { first, firstWithClitic } of rules) {
      merge(first, all);
      for (let at = 0; at < firstWithClitic.length; at += 1)
        if (firstWithClitic[at] === 1) all[at >> 3] = 1;
    }
    unions.set(rules, all);
  }
  merge(all, into);
}

/** With what the rules of a name may begin, whatever the clitic. */
const unions = new WeakMap<readonly CompiledRule[], Uint8Array>();

function addFirstOfNode(
  node: Node,
  rules: readonly (readonly CompiledRule[])[],
  into: Uint8Array,
): void {
  switch (node.kind) {
    case 'category':
      into[node.id] = 1;
      if (node.clitic !== clitics.none) into[node.alone] = 1;
      return;
    case 'rule':
      addFirstOf(rules[node.id] ?? [], into);
      if (node.clitic !== clitics.none) into[node.alone] = 1;
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
    if (isClitic(reading.clitic, clitic) && rule.first[reading.category] === 1) return true;
    if (
      clitic === clitics.none &&
      rule.firstWithClitic[reading.category * 8 + reading.clitic] === 1
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
  plain: Uint8Array;
  /** By category and clitic. */
  own: Uint8Array;
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
      merge(first.plain, all.plain);
      merge(first.own, all.own);
    }
    return all;
  };
  rules.forEach((_, id) => firstOf(id));
}

function emptyFirst(size: number): First {
  return { plain: new Uint8Array(size), own: new Uint8Array(size * 8) };
}

function merge(from: Uint8Array, into: Uint8Array): void {
  for (let at = 0; at < from.length; at += 1) if (from[at] === 1) into[at] = 1;
}

/** Adds to `first`; true where the node may be nothing at all. */
function addFirst(node: Node, firstOf: (id: number) => First, first: First): boolean {
  switch (node.kind) {
    case 'category':
      if (node.clitic === clitics.none) first.plain[node.id] = 1;
      else addOwn(node.id, node.clitic, node.alone, first);
      return false;
    case 'rule': {
      const inner = firstOf(node.id);
      if (node.clitic === clitics.none) {
        merge(inner.plain, first.plain);
        merge(inner.own, first.own);
        return false;
      }
      inner.plain.forEach((is, category) => {
        if (is === 1) addOwn(category, node.clitic, node.alone, first);
      });
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
  first.own[category * 8 + clitic] = 1;
  if (clitic === clitics.ل) first.own[category * 8 + clitics.لل] = 1;
  first.own[alone * 8] = 1;
}
