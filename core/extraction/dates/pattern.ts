import { cliticLetters } from './known-word.ts';

/** A pattern, parsed. */
export type Node =
  | {
      kind: 'category';
      id: number;
      capture: string;
      clitic: number;
      /** Category of the clitic written alone. */
      alone: number;
      native: Native | null;
      /** Categories of the words of which numbers are made. */
      numbers: readonly number[];
    }
  | { kind: 'rule'; id: number; capture: string; clitic: number; alone: number }
  | { kind: 'sequence'; nodes: readonly Node[] }
  | { kind: 'choice'; nodes: readonly Node[] }
  | { kind: 'perhaps'; node: Node };

/** Names of what is read by code rather than by the lexicon. */
export const nativeCategories = ['cardinal', 'ordinal', 'the-ordinal'] as const;

export type Native = (typeof nativeCategories)[number];

const none: readonly number[] = [];

/** Numbers of names; a literal word's is made where it is first met. */
export interface Names {
  given: ReadonlyMap<string, number>;
  category: (name: string) => number;
}

/** Of a pattern that is folded. Throws where it is not well formed or a name is not known. See `compileGrammar` for the language. */
export function parsePattern(pattern: string, names: Names): Node {
  const parts = pattern.match(/[()|?]|[^\s()|?]+/g) ?? [];
  let at = 0;
  const choice = (): Node => {
    const nodes = [sequence()];
    while (parts[at] === '|') {
      at += 1;
      nodes.push(sequence());
    }
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: 'choice', nodes };
  };
  const sequence = (): Node => {
    const nodes: Node[] = [];
    for (
      let part = parts[at];
      part !== undefined && part !== '|' && part !== ')';
      part = parts[at]
    ) {
      at += 1;
      let node: Node;
      if (part === '(') {
        node = choice();
        if (parts[at] !== ')') throw new Error(`${pattern}: ( without )`);
        at += 1;
      } else node = parseElement(part, names);
      if (parts[at] === '?') {
        at += 1;
        node = { kind: 'perhaps', node };
      }
      nodes.push(node);
    }
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: 'sequence', nodes };
  };
  const node = choice();
  if (at !== parts.length) throw new Error(`${pattern}: ${parts[at]} is out of place`);
  return node;
}

const element = /^(?:([وفبلك])\+)?(?:([a-z0-9-]+):)?(.+)$/;

function parseElement(part: string, names: Names): Node {
  const match = element.exec(part);
  const [, letter = '', capture, name = ''] = match ?? [];
  const clitic = Math.max(0, letter === '' ? 0 : cliticLetters.indexOf(letter));
  const isName = /^[a-z]/.test(name);
  const id = isName ? names.given.get(name) : undefined;
  const alone = letter === '' ? 0 : names.category(`=${letter}`);
  if (id !== undefined) return { kind: 'rule', id, capture: capture ?? name, clitic, alone };
  const native = nativeCategories.find((one) => one === name) ?? null;
  const category = names.category(isName || name.startsWith('=') ? name : `=${name}`);
  return {
    kind: 'category',
    id: category,
    capture: capture ?? (isName ? name : ''),
    clitic,
    alone,
    native,
    numbers: native === null ? none : [...nativeCategories, '=و'].map(names.category),
  };
}
