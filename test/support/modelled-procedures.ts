import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProcedureContent } from '../../server/contract/procedure-content';
import { readShippedTemplate, TEMPLATE_KEYS } from '../../server/documents/shipped-templates';
import { type ProcedureVersionContent } from '../../server/domain/procedure';
import { openBook } from '../../server/store/books';
import { insertProcedure, publishProcedureVersion } from '../../server/store/procedures';
import { publishDiagram, publishForm, publishTemplate } from '../../server/store/published-versions';
import { type Transaction } from '../../server/store/transaction';
import { compileDiagram } from '../../server/workflow/compile';
import { type Places } from './people';

const root = join(__dirname, '../..');
const published = { publishedAt: new Date('2026-01-01T00:00:00Z'), publishedBy: 'test' };

export const LAWYER = '1.002153';
export const EXTRACT = '2.000635';

/** What an applicant for 1.002153 has declared. */
export const LAWYER_ANSWERS = {
  lawyerName: 'Lê Thị Ánh Nguyệt',
  bornOn: '1991-08-19',
  sex: 'female',
  paper: { paper: 'citizen-card', number: '042191003344' },
  address: { line: 'Số 12 đường Phan Đình Phùng, phường Thành Sen, tỉnh Hà Tĩnh' },
  certificateNumber: '15432/TP/LS-CCHN',
  certificateOn: '2021-03-02',
  isBarMember: true,
  barName: 'Đoàn Luật sư tỉnh Hà Tĩnh',
  cardNumber: '17890/LS',
  cardOn: '2021-07-05',
  employerName: 'Công ty cổ phần Xây dựng Hồng Lĩnh',
  employerAddress: { line: 'Phường Nam Hồng Lĩnh, tỉnh Hà Tĩnh' },
  employerKind: 'enterprise',
  contractNumber: '07/2026/HĐLĐ',
  contractOn: '2026-10-01',
};

/** What the officer finds in the register for 2.000635. */
export const EXTRACT_FACTS = {
  title: 'Trích lục khai sinh',
  entries: [
    { label: 'Họ, chữ đệm, tên', value: 'HỒ SỸ NGUYÊN' },
    { label: 'Ngày, tháng, năm sinh', value: '05/02/1988' },
  ],
  register: { office: 'Ủy ban nhân dân xã Thạch Ngọc', number: '27', volume: '01/1988', on: '1988-02-12' },
  source: 'Cơ sở dữ liệu hộ tịch điện tử',
};

export type Modelled = { versionId: string; diagramId: string };

/** Publishes the modelled procedures as they ship, with diagram, form and templates; those of a department for this one. */
export async function publishModelled<Code extends string>(
  tx: Transaction,
  agencies: Readonly<Record<Code, string | null>>,
  changes: Partial<ProcedureVersionContent> = {},
): Promise<Record<Code, Modelled>> {
  for (const key of TEMPLATE_KEYS)
    await publishTemplate(tx, { key, content: readShippedTemplate(join(root, 'templates'), key), sha256: key, ...published });
  const versions: Partial<Record<Code, Modelled>> = {};
  for (const [code, agencyCode] of Object.entries(agencies) as [Code, string | null][])
    versions[code] = await publishOne(tx, code, agencyCode, changes);
  return versions as Record<Code, Modelled>;
}

async function publishOne(
  tx: Transaction,
  code: string,
  agencyCode: string | null,
  changes: Partial<ProcedureVersionContent>,
): Promise<Modelled> {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, 'workflows/procedures', code, file), 'utf8'));
  const content = parseProcedureContent(read('procedure.json'));
  const competence = agencyCode === null ? content.competence : ({ kind: 'agency', agencyCode } as const);
  const form = await publishForm(tx, { key: code, content: read('form.json') as Record<string, unknown>, sha256: code, ...published });
  const xml = readFileSync(join(root, `workflows/diagrams/${content.diagram}/process.bpmn`), 'utf8');
  const sha256 = createHash('sha256').update(xml).digest('hex');
  const names = { key: content.diagram, name: content.diagram, engineVersion: 'test' };
  const diagram = await publishDiagram(tx, { ...names, xml, compiled: await compileDiagram(xml), sha256, ...published });
  const { field, level } = content;
  await insertProcedure(tx, { code, name: content.name.vi, field, level, createdAt: published.publishedAt });
  const version = await publishProcedureVersion(tx, {
    procedureCode: code,
    content: { ...content, competence, ...changes },
    sha256: code,
    formVersionId: form.id,
    diagramVersionId: diagram.id,
    resultTemplateVersionId: null,
    effectiveFromOn: '2026-01-01',
    effectiveToOn: null,
    sourceDecision: 'QĐ thử',
    ...published,
  });
  return { versionId: version.id, diagramId: diagram.id };
}

/** The books that the modelled procedures number in, for 2026. */
export async function openTestBooks(tx: Transaction, places: Places): Promise<void> {
  const books = [
    [places.department.id, 'lawyer-registrations', 'result', '{number}/STP-ĐKHN'],
    [places.department.id, 'outgoing', 'letter', '{number}/STP-BTTP'],
    [places.department.id, 'result-hand-over', 'letter', '{number}/PBG-STP'],
    [places.commune.id, 'civil-status-copies', 'result', '{number}/TLHT-BS'],
    [places.commune.id, 'outgoing', 'letter', '{number}/UBND-TP'],
    [places['provincial-centre'].id, 'register', 'register', '{number}/{year}'],
    [places['commune-centre'].id, 'register', 'register', '{number}/{year}'],
    [places['commune-centre'].id, 'form-04', 'letter', '{number}/PXL-TT'],
    [places['commune-centre'].id, 'hand-over-record', 'letter', '{number}/BBGN-TT'],
    [places['provincial-centre'].id, 'form-04', 'letter', '{number}/PXL-TTHCC'],
    [places['provincial-centre'].id, 'form-05', 'letter', '{number}/TB-TTHCC'],
    [places['commune-centre'].id, 'form-05', 'letter', '{number}/TB-TTHCC'],
    [places['provincial-centre'].id, 'hand-over-record', 'letter', '{number}/BBGN-TTHCC'],
  ] as const;
  const common = { year: 2026, keeperDuty: 'clerical-officer', openedOn: '2026-01-01', closedOn: null } as const;
  for (const [agencyId, key, kind, pattern] of books) await openBook(tx, { agencyId, key, kind, pattern, name: key, ...common });
}
