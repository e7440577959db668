import { expect, test } from 'vitest';
import { entityForms, isFormOfName, toForm } from './entity-forms.ts';

test('forms are compared without marks, hamza forms and signs', () => {
  expect(toForm(' «أَلِكْسندر  نوفاك» ')).toBe(toForm('الكسندر نوفاك'));
  expect(entityForms({ name: 'أمينة سعد', aliases: ['امينة سعد', 'أم علي', '؟'] })).toEqual([
    'امينه سعد',
    'ام علي',
  ]);
});

test.each([
  ['الحمداني', 'سلمى الحمداني', true],
  ['سلمى بنت يوسف الحمداني', 'سلمى الحمداني', true],
  ['سلمي الحمداني', 'سلمى الحمداني', true],
  ['الوزيرة', 'سلمى الحمداني', false],
  ['أم يوسف', 'سلمى الحمداني', false],
  // One word in common is not the same name.
  ['سلمى الخطيب', 'سلمى الحمداني', false],
  ['', 'سلمى الحمداني', false],
])('%j of %j is the name in another length: %s', (surface, name, expected) => {
  expect(isFormOfName(surface, name)).toBe(expected);
});
