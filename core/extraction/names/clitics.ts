/** A word and what is written together with it. */
export interface SplitWord {
  /** Letters of the word taken by particles; 0 where there are none. */
  attached: number;
  /** Key of the name or noun itself: `الحكومة` for `للحكومة` and `وبالحكومة`. */
  rest: string;
}

/**
 * Attached و ف ب ل ك, told from first letters by how often words stand in news. `لل` counts as one letter, and `rest`
 * then begins with the article. A word stays whole when it is commoner than its rest could make it (لبنان, كوبا, وليد).
 */
export function splitClitics(key: string, countOf: (key: string) => number): SplitWord {
  let best: SplitWord = { attached: 0, rest: key };
  if (key.length < 4 || !particle.test(key)) return best;
  const whole = countOf(key);
  let bestScore = 0;
  for (const [prefix, share, replacement] of prefixes) {
    if (!key.startsWith(prefix)) continue;
    const rest = replacement + key.slice(prefix.length);
    if (rest.length < 3) continue;
    const count = countOf(rest);
    if (count < 4) continue;
    const expected = share * count;
    if (whole > allowance * expected + 1) continue;
    if (expected > bestScore) {
      bestScore = expected;
      best = { attached: prefix.length - (replacement === '' ? 0 : 1), rest };
    }
  }
  return best;
}

const particle = /^[وفبلك]/;

/** How many times its expected count a word may have and still be taken for particle and rest. */
const allowance = 5;

/** Prefix, its share of the rest's count in news, and letters that it took from the rest. */
const prefixes: readonly (readonly [string, number, string])[] = [
  ['و', 0.06, ''],
  ['ف', 0.004, ''],
  ['ب', 0.05, ''],
  ['ل', 0.05, ''],
  ['ك', 0.006, ''],
  ['لل', 0.05, 'ال'],
  ['وب', 0.004, ''],
  ['ول', 0.005, ''],
  ['وك', 0.0005, ''],
  ['ولل', 0.005, 'ال'],
  ['فلل', 0.0005, 'ال'],
  ['فب', 0.0003, ''],
  ['فل', 0.0003, ''],
];
