import { type AgencyTree, type ProcedurePage, type ProcedureReading } from '../contract/catalogue-shapes';
import { type ProcedureVersionContent } from '../domain/procedure';
import { type ListedAgency } from '../queries/catalogue/list-agencies';
import { type ReadProcedure } from '../queries/catalogue/read-procedure';
import { type PublishedProcedure } from '../store/procedures';

type Listed = ProcedurePage['items'][number];

/** One procedure as a list shows it. */
export function presentListedProcedure({ content, confirmedAt }: PublishedProcedure): Listed {
  const { code, name, field, level, isVerified } = content;
  return {
    code,
    name,
    field,
    level,
    online: onlineLevel(content),
    standing: isVerified ? 'verified' : confirmedAt ? 'confirmed' : 'unverified',
  };
}

function onlineLevel({ filing }: ProcedureVersionContent): Listed['online'] {
  if (filing.online.kind === 'none') return 'none';
  if (filing.online.kind === 'outside') return 'elsewhere';
  return filing.presence.length ? 'part' : 'whole';
}

/** All that is published of a procedure. Internal limits and how the office signs and numbers stay inside. */
export function presentProcedure({ procedure, competent, centres }: ReadProcedure): ProcedureReading {
  const { content } = procedure;
  const { online, isCounterOpen, isPostOpen, presence } = content.filing;
  return {
    ...presentListedProcedure(procedure),
    versionId: procedure.id,
    version: procedure.version,
    doubts: [...content.doubts],
    sourceDecision: content.sourceDecision,
    legalBases: [...content.legalBases],
    effectiveFromOn: procedure.effectiveFromOn,
    effectiveToOn: procedure.effectiveToOn,
    competentAgency: competent ? { code: competent.code, name: competent.name } : null,
    owners: [...content.owners],
    onBehalf: content.onBehalf,
    filing: {
      online,
      isCounterOpen,
      isPostOpen,
      presence: [...presence],
      centres: centres.map(({ code, name, address, phone }) => ({ code, name, address, phone })),
    },
    returnWays: [...content.returnWays],
    cases: content.cases.map((one) => presentCase(one, content)),
    requirements: [...content.requirements],
    stops: [...content.stops],
    fees: content.fees.map(presentFee),
    isSameDay: content.isSameDay,
    result: { code: content.result.code, name: content.result.name, kinds: [...content.result.kinds] },
  };
}

type Case = ProcedureReading['cases'][number];

/** The papers and the time of one case: what names no case belongs to each. */
function presentCase({ key, name }: ProcedureVersionContent['cases'][number], content: ProcedureVersionContent): Case {
  const isOfCase = ({ cases }: { cases: readonly string[] }) => !cases.length || cases.includes(key);
  return {
    key,
    name,
    components: content.components.filter(isOfCase).map(presentComponent),
    timeLimits: content.timeLimits
      .filter(isOfCase)
      .map(({ channels, limit, wording, clause }) => ({ channels: [...channels], limit, wording, clause })),
  };
}

function presentComponent(component: ProcedureVersionContent['components'][number]): Case['components'][number] {
  const { key, name, channels, manner, isRequired, originals, certifiedCopies, photocopies, accepts, megabytes, isReturned, note } =
    component;
  const counts = { originals, certifiedCopies, photocopies };
  return { key, name, channels: [...channels], manner, isRequired, ...counts, accepts: [...accepts], megabytes, isReturned, note };
}

function presentFee(fee: ProcedureVersionContent['fees'][number]): ProcedureReading['fees'][number] {
  const { key, kind, name, amountDong, wording, dueWhen, isRefundable, refundClause, exemptions, channels, validFromOn, validToOn } = fee;
  const terms = { dueWhen, isRefundable, refundClause, exemptions: [...exemptions] };
  return { key, kind, name, amountDong, wording, ...terms, channels: [...channels], validFromOn, validToOn };
}

export function presentAgency(agency: ListedAgency): AgencyTree['agencies'][number] {
  const { code, kind, name, parentCode, centreCode, adminCode, address, phone, website, validFromOn, validToOn, successors } = agency;
  return { code, kind, name, parentCode, centreCode, adminCode, address, phone, website, validFromOn, validToOn, successors };
}
