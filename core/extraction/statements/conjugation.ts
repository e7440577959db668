/** What the form of a verb tells of its subject. */
export interface Agreement {
  gender: 'm' | 'f';
  number: 's' | 'd' | 'p';
}

type Inflected = readonly (readonly [form: string, agreement: Agreement])[];

/** Third persons of the past; `past` is the masculine singular. */
export function pastForms(past: string): Inflected {
  const isDefective = /[ىا]$/.test(past) || past === 'رأى';
  const stem = isDefective ? past.slice(0, -1) : past;
  const all: [string, Agreement][] = [
    [past, he],
    [`${stem}ت`, she],
    [`${stem}وا`, they],
    [`${stem}تا`, twoWomen],
  ];
  // Of short verbs the dual is written as a noun in the accusative: ردا، وعدا، نقلا.
  if (!isDefective && (past.length > 3 || past === 'قال')) all.push([`${stem}ا`, two]);
  return all;
}

/** Third persons of the present; `present` is the masculine singular. */
export function presentForms(present: string): Inflected {
  const isDefective = /[يوى]$/.test(present);
  const stem = isDefective ? present.slice(0, -1) : present;
  const hers = `ت${present.slice(1)}`;
  return [
    [present, he],
    [hers, she],
    [`${stem}ون`, they],
    [`${present.replace(/ى$/, 'ي')}ان`, two],
  ];
}

/** The participle as a circumstance, in the accusative: مشيرا، مشيرة، مشيرين. */
export function participleForms(participle: string): Inflected {
  const stem = participle.endsWith('ي') ? participle.slice(0, -1) : participle;
  return [
    [`${participle.replace(/أ$/, 'ئ')}ا`, he],
    [`${participle}ة`, she],
    [`${stem}ين`, they],
    [`${participle}تين`, twoWomen],
  ];
}

const he: Agreement = { gender: 'm', number: 's' };

const she: Agreement = { gender: 'f', number: 's' };

const two: Agreement = { gender: 'm', number: 'd' };

const twoWomen: Agreement = { gender: 'f', number: 'd' };

const they: Agreement = { gender: 'm', number: 'p' };
