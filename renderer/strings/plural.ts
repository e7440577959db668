/**
 * A counted noun in the forms of CLDR's plural rules; `{n}` stands for the number. Arabic needs all but `zero`
 * (مقالة واحدة، مقالتان، 3 مقالات، 11 مقالة، 100 مقالة), English `one` and `other`.
 */
export interface PluralForms {
  readonly zero?: string;
  readonly one: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** The noun for `count`, with `written` in place of `{n}`. */
export function pluralize(
  language: string,
  count: number,
  forms: PluralForms,
  written: string,
): string {
  let rules = rulesByLanguage.get(language);
  if (rules === undefined) {
    rules = new Intl.PluralRules(language);
    rulesByLanguage.set(language, rules);
  }
  const category = rules.select(count);
  const form = (count === 0 ? forms.zero : forms[category]) ?? forms.other;
  return form.replace('{n}', written);
}

const rulesByLanguage = new Map<string, Intl.PluralRules>();
