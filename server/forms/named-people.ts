import { type IdentityPaperName } from '../domain/identity';
import { type NamedOwner, type NamedSubmitter } from '../domain/named-people';
import { isPlainDate } from '../domain/plain-date';
import { type OwnerDescription } from '../domain/procedure';
import { refuseUnless } from '../domain/refusal';
import { type Answer, type Answers, answerOf, type IdentityPaper } from './answers';
import { type FormDefinition, type IdentityPaperKind, isQuestion, type PrefillSource } from './definition';

/** Whom the answers name as the owner, by the rule of the version. Refuses `answer-invalid` where the name was not asked or not given. */
export function namedOwner(owner: OwnerDescription['owner'], answers: Answers): NamedOwner {
  if (owner.kind === 'submitter') return owner;
  const name = textOf(answers, owner.name);
  refuseUnless(name, 'answer-invalid', { answer: owner.name });
  if (owner.kind === 'organisation') return { kind: 'organisation', name, taxCode: textOf(answers, owner.taxCode) };
  const bornText = textOf(answers, owner.bornOn);
  const sex = textOf(answers, owner.sex);
  return {
    kind: 'person',
    fullName: name,
    bornOn: bornText !== null && isPlainDate(bornText) ? bornText : null,
    bornText: bornText !== null && !isPlainDate(bornText) ? bornText : null,
    sex: sex === 'male' || sex === 'female' ? sex : null,
    paper: paperOf(owner.paper === null ? undefined : answerOf(answers, owner.paper)),
  };
}

/** What the form says of whoever files it: the questions that are filled in from the person signed in. */
export function namedSubmitter(definition: FormDefinition, answers: Answers): NamedSubmitter {
  const answer = (source: PrefillSource): Answer | undefined => {
    const fields = definition.pages.flatMap((page) => page.fields).filter(isQuestion);
    const field = fields.find(({ prefill }) => prefill?.from === source);
    return field && answerOf(answers, field.id);
  };
  const text = (source: PrefillSource) => asText(answer(source));
  const number = text('person.citizenNumber');
  return {
    fullName: text('person.fullName'),
    paper: paperOf(answer('person.identityPaper')) ?? (number === null ? null : { kind: 'citizen-number', number, country: 'VN' }),
    phone: text('person.phone'),
    email: text('person.email'),
    address: addressOf(answer('person.address')),
  };
}

const KINDS: Record<IdentityPaperKind, IdentityPaperName['kind']> = {
  'citizen-card': 'citizen-number',
  'old-identity-card': 'old-citizen-number',
  passport: 'passport',
  other: 'foreign-paper',
};

function paperOf(answer: Answer | undefined): IdentityPaperName | null {
  if (typeof answer === 'string') return { kind: 'citizen-number', number: answer, country: 'VN' };
  if (typeof answer !== 'object' || !('paper' in answer)) return null;
  const { paper, number, country }: IdentityPaper = answer;
  return { kind: KINDS[paper], number, country: country ?? 'VN' };
}

function addressOf(answer: Answer | undefined): NamedSubmitter['address'] {
  return typeof answer === 'object' && 'line' in answer ? { ...answer } : null;
}

function textOf(answers: Answers, id: string | null): string | null {
  return id === null ? null : asText(answerOf(answers, id));
}

function asText(answer: Answer | undefined): string | null {
  return typeof answer === 'string' ? answer : null;
}
