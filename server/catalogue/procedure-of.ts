import { type ProcedureVersionContent } from '../domain/procedure';
import { feesOf } from './fees-of';
import { type Judgement } from './judge-record';
import { papersAsked } from './papers-asked';
import { type ProcedureRecord } from './record';
import { timesOf } from './times-of';
import { type Usual } from './usual';

const NOT_OFFICIAL = 'Đọc từ Cổng Dịch vụ công quốc gia, chưa đối chiếu với quyết định công bố.';
const NOT_ONLINE = {
  vi: 'Chưa mở nộp trực tuyến: cơ quan chưa xác định mức độ. Nộp tại bộ phận một cửa hoặc qua bưu chính.',
  en: 'Not open online yet: the level has not been set. File at the one-stop centre or by post.',
};

/**
 * A version under which an imported procedure can be received: its published
 * papers, times and fees on the general form and the usual diagram. It is never
 * official: every doubt stands in it, and online it is closed until a person
 * has set its level. Names stay Vietnamese in both languages.
 */
export function procedureOf(
  record: ProcedureRecord,
  judgement: Judgement,
  { competence, usual, effectiveFromOn }: { competence: ProcedureVersionContent['competence']; usual: Usual; effectiveFromOn: string },
): ProcedureVersionContent {
  const level = competence.kind === 'commune' ? 'commune' : 'province';
  const name = { vi: record.name, en: record.name };
  const [result] = record.results;
  return {
    code: record.code,
    name,
    field: record.field || 'Chưa phân lĩnh vực',
    level,
    isVerified: false,
    doubts: [NOT_OFFICIAL, ...judgement.reasons.map(({ vi }) => vi)],
    sourceDecision: record.decision ?? 'Chưa rõ quyết định công bố',
    legalBases: legalBasesOf(record),
    effectiveFromOn,
    effectiveToOn: null,
    competence,
    owners: ownersOf(record.targets),
    ownerRules: [{ cases: [], owner: { kind: 'submitter' } }],
    onBehalf: { isAllowed: true, authorisation: null, clause: null },
    diagram: usual.diagram,
    form: usual.form,
    isSameDay: false,
    filing: {
      online: { kind: 'none', reason: NOT_ONLINE },
      isCounterOpen: true,
      isPostOpen: record.channels.some(({ channel }) => channel === 'post'),
      presence: [],
    },
    returnWays: ['counter', 'post'],
    ...papersAsked(record),
    areOriginalsCompared: false,
    requirements: record.requirements ? [{ vi: record.requirements, en: record.requirements }] : [],
    stops: [],
    fees: feesOf(record, effectiveFromOn),
    timeLimits: timesOf(record, judgement),
    limits: usual.limits,
    pauseRule: usual.pauseRule,
    financialDutyPause: null,
    supplement: { furtherClause: null, answerWithin: null },
    intakeRefusalSigner: usual.intakeRefusalSigner,
    draftConfirmation: null,
    signing: usual.signing[level],
    register: usual.register,
    resultBook: usual.resultBook,
    refusalBook: usual.refusalBook,
    result: {
      code: result?.code ?? 'Chưa có mã',
      name: result ? { vi: result.name || record.name, en: result.name || record.name } : name,
      kinds: ['electronic'],
      ...usual.result,
      digitisation: { isScanned: false, isReusable: false, isFromDatabase: false },
    },
    needsSectorNumber: false,
    statusMap: { 'awaiting-completion': 1, 'refused-after-appraisal': 8, stopped: 8 },
  };
}

function legalBasesOf({ legalBases }: ProcedureRecord): string[] {
  const named = legalBases.map(({ number, name }) => number ?? name).filter((base) => base.trim() !== '');
  return named.length > 0 ? [...new Set(named)] : ['Chưa công bố căn cứ pháp lý'];
}

/** "Công dân Việt Nam, Người nước ngoài" are persons; "Doanh nghiệp, Tổ chức, Hợp tác xã" organisations; nothing said means both. */
function ownersOf(targets: readonly string[]): ('person' | 'organisation')[] {
  const all = targets.join(' ').toLowerCase();
  const isPerson = /công dân|cá nhân|người|cán bộ/u.test(all);
  const isOrganisation = /doanh nghiệp|tổ chức|hợp tác xã|hộ kinh doanh|đơn vị|cơ quan/u.test(all);
  if (isPerson === isOrganisation) return ['person', 'organisation'];
  return [isPerson ? 'person' : 'organisation'];
}
