import { letterheadOf } from '../domain/letterhead';
import { localDateOf } from '../domain/local-time';
import { PAPER_NAMES } from '../domain/party';
import { Refusal } from '../domain/refusal';
import { ancestorsOf, readAgency } from '../store/agencies';
import { addressText, ownerParty } from '../store/parties';
import { type Context } from './context';
import { type Case } from './read-case';
import { type SignerLines } from './result-signer';

export type DraftedResult = {
  outcome: 'grant' | 'refuse' | 'stop';
  template: string;
  reason: string;
  /** The clause of law, where the outcome is not what was asked for. */
  clause: string | null;
  signer: SignerLines;
  /** What the officer adds of their own finding: the lines of the register, the advice. */
  given: Readonly<Record<string, unknown>>;
};

/**
 * The facts of a result, from what is on record: the body, the owner, the
 * answers. The officer adds what only they can know and overwrites nothing of
 * it: what was declared changes by the applicant's own act alone.
 */
export async function composeResultFacts(context: Context, subject: Case, draft: DraftedResult): Promise<Record<string, unknown>> {
  const facts = { ...(await drawnFacts(context, subject, draft)), ...(await houseFacts(context, subject, draft)) };
  const faults = Object.keys(draft.given)
    .filter((name) => Object.hasOwn(facts, name))
    .map((name) => ({ path: `body.resultFacts.${name}`, message: 'Mục này đã có trong hồ sơ.', messageEn: 'This is on record already.' }));
  if (faults.length) throw new Refusal('invalid-input', { faults });
  return { ...draft.given, ...facts };
}

async function houseFacts({ tx, now }: Context, { dossier }: Case, { signer }: DraftedResult): Promise<Record<string, unknown>> {
  const [self, ...above] = await ancestorsOf(tx, dossier.agencyId);
  if (!self) throw new Error(`agency ${dossier.agencyId} is missing`);
  return { issuer: letterheadOf([self, ...above]), issuedOn: localDateOf(now), signer };
}

async function drawnFacts(context: Context, subject: Case, draft: DraftedResult): Promise<Record<string, unknown>> {
  if (draft.outcome !== 'grant') return answerFacts(context, subject, draft);
  return (await DRAWN[draft.template]?.(context, subject)) ?? {};
}

/** A refusal or a stop: what was asked, why not, on which ground. */
async function answerFacts(context: Context, subject: Case, { reason, clause }: DraftedResult) {
  const { dossier } = subject;
  return {
    ...(await askedFacts(context, subject)),
    receivedAt: (dossier.receivedAt ?? dossier.acceptedAt ?? dossier.submittedAt).toISOString(),
    reasons: [reason],
    clauses: [clause ?? ''],
  };
}

/** What was asked, by whom, and who else is told. */
async function askedFacts({ tx, now }: Context, { dossier, procedure }: Case) {
  const centre = await readAgency(tx, dossier.centreId);
  return {
    dossierCode: dossier.code ?? '',
    procedure: { code: procedure.code, name: procedure.name.vi },
    owner: await ownerParty(tx, dossier, localDateOf(now)),
    recipients: ['Như trên', centre.name, 'Lưu: VT'],
  };
}

/** What a template takes from the answers of the form it belongs to. */
const DRAWN: Readonly<Record<string, (context: Context, subject: Case) => Promise<Record<string, unknown>>>> = {
  'lawyer-registration-certificate': lawyerFacts,
  'general-result': askedFacts,
};

async function lawyerFacts({ tx, now }: Context, { dossier: { answers } }: Case): Promise<Record<string, unknown>> {
  const onDate = localDateOf(now);
  const paper = answers['paper'] as { paper?: string; number?: string } | undefined;
  return {
    lawyer: {
      ...known({ name: answers['lawyerName'], sex: SEXES[String(answers['sex'])], bornOn: answers['bornOn'] }),
      paper: { kind: PAPER_NAMES[paper?.paper ?? 'other'], number: paper?.number },
      ...known({ address: await addressText(tx, answers['address'], onDate), phone: answers['phone'], email: answers['email'] }),
      practisingCertificate: known({ number: answers['certificateNumber'], on: answers['certificateOn'] }),
      card: known({ number: answers['cardNumber'], on: answers['cardOn'] }),
      ...known({ barAssociation: answers['barName'] }),
    },
    employer: known({ name: answers['employerName'], address: await addressText(tx, answers['employerAddress'], onDate) }),
    contract: known({ number: answers['contractNumber'], on: answers['contractOn'] }),
  };
}

const SEXES: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' };

/** Without what was not answered: the document itself says what it cannot do without. */
function known(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}
