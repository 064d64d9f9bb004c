import { type FormDefinition } from '../../server/forms/definition';
import { communeCodes, namedUnits, unitFaults } from '../../server/forms/named-units';

const label = { vi: 'Nơi', en: 'Place' };
const definition = {
  id: 'f',
  version: 1,
  title: label,
  pages: [
    {
      id: 'one',
      title: label,
      fields: [
        { id: 'home', type: 'address', label },
        { id: 'province', type: 'administrative-unit', level: 'province', label },
        { id: 'hidden', type: 'administrative-unit', level: 'commune', label, when: { filled: 'nothing' } },
        {
          id: 'others',
          type: 'repeat',
          label,
          itemLabel: label,
          fields: [{ id: 'place', type: 'administrative-unit', level: 'commune', label }],
        },
      ],
    },
  ],
} as unknown as FormDefinition;
const context = { channel: 'online', case: 'own', owner: 'person', today: '2026-11-25' } as const;
const answers = {
  home: { line: 'Số 1', unit: '00000' },
  province: '99',
  hidden: '00001',
  others: [{ id: 'r1', answers: { place: '18073' } }],
};

test('every unit that is asked and named is found, in rows too, and those that nobody knows are faults', () => {
  const named = namedUnits(definition, answers, context);
  expect(named.map(({ path, code }) => [path, code])).toEqual([
    ['home', '00000'],
    ['province', '99'],
    ['others.r1.place', '18073'],
  ]);
  expect(communeCodes(named)).toEqual(['00000', '18073']);
  expect(unitFaults(named, new Set(['18073'])).map(({ page, path, code }) => [page, path, code])).toEqual([
    ['one', 'home', 'unit-unknown'],
    ['one', 'province', 'unit-unknown'],
  ]);
});
