import { unknownFacts } from '../../server/domain/facts';
import { decisionByFacts } from '../../server/workflow/decisions';

const facts = { ...unknownFacts, intake: 'accepted', returnWay: 'post', feeCleared: true } as const;

test.each([
  ['=facts.intake = "accepted"', true],
  ['=facts.intake = "incomplete"', false],
  ['=facts.feeCleared and facts.returnWay in ("post", "online")', true],
  ['=not(facts.feeCleared) or facts.returnWay = "counter"', false],
])('what %s says is told from the facts alone, again and again', (condition, said) => {
  expect([decisionByFacts(condition, facts), decisionByFacts(condition, facts)]).toEqual([said, said]);
});

test('follows the facts of each dossier', () => {
  const condition = '=facts.returnWay = "post"';
  expect(decisionByFacts(condition, facts)).toBe(true);
  expect(decisionByFacts(condition, { ...facts, returnWay: 'counter' })).toBe(false);
});

test.each([
  ['what an earlier step put out', '=output.choose.urgent'],
  ['a fact beside what a step put out', '=facts.feeCleared and output.choose.urgent'],
  ['the day', '=today() > date("2026-01-01")'],
  ['a fact that nobody knows', '=facts.weather = "fine"'],
  ['what is neither yes nor no', '=facts.returnWay'],
  ['a text with signs of its own', '=facts.returnWay = "po\\"st"'],
])('foretells nothing of %s', (_what, condition) => {
  expect(decisionByFacts(condition, facts)).toBeUndefined();
});
