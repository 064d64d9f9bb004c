import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openCase } from '../../server/casework/open-case';
import { lockCase } from '../../server/casework/read-case';
import { takeStep, type StepRequest } from '../../server/casework/take-step';
import { type Context } from '../../server/casework/context';
import { parseProcedureContent } from '../../server/contract/procedure-content';
import { readShippedTemplate, TEMPLATE_KEYS } from '../../server/documents/shipped-templates';
import { type ProcedureVersionContent } from '../../server/domain/procedure';
import { type PaperDesk } from '../../server/jobs/affix-signature';
import { openCentreSeals } from '../../server/jobs/centre-seals';
import { deliverOutbox } from '../../server/jobs/outbox-runner';
import { paperTopics } from '../../server/jobs/paper-topics';
import { paperWork } from '../../server/jobs/paper-work';
import { signItems } from '../../server/jobs/sign-items';
import { type CertificateHolder, type IssuedCertificate } from '../../server/signing/demonstration-authority';
import { readCertificate } from '../../server/signing/pki/certificate';
import { insertAuthority } from '../../server/store/authorities';
import { openBook, enterRegister, findBook } from '../../server/store/books';
import { insertCertificate, insertTrustAnchor } from '../../server/store/certificates';
import { insertDossier, readDossier } from '../../server/store/dossiers';
import { type DossierRow } from '../../server/store/models/dossier';
import { insertPublication } from '../../server/store/office-calendar';
import { insertProcedure, publishProcedureVersion } from '../../server/store/procedures';
import { publishDiagram, publishForm, publishTemplate } from '../../server/store/published-versions';
import { openTasksOf } from '../../server/store/tasks';
import { type Transaction } from '../../server/store/transaction';
import { compileDiagram } from '../../server/workflow/compile';
import { createDemonstrationAuthority, type DemonstrationAuthority } from '../../server/signing/demonstration-authority';
import { type Office } from './server';
import { type StaffPerson } from './people';
import { PIN } from './certificates';

const root = join(__dirname, '../..');
const SYSTEM = { kind: 'system', name: 'test' } as const;
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

export type SigningOffice = {
  authority: DemonstrationAuthority;
  desk: PaperDesk;
  /** A dossier of the two modelled procedures, walked until this act is open to the officer of the office. */
  dossierAt: (act: string, wishes?: DossierWishes) => Promise<DossierRow>;
  /** Gives somebody the pen: authority over everything of the agency, and a certificate with its PIN. */
  giveCertificate: (person: StaffPerson, wishes?: { to?: Date; authority?: 'none' | 'KT.'; image?: string }) => Promise<IssuedCertificate>;
  /** Signs and seals what waits, until nothing more moves. */
  sign: () => Promise<void>;
  /** Delivers the papers' own topics until none is left. Answers what failed. */
  deliver: () => Promise<unknown[]>;
  /** Answers the open step of this act as the house itself. */
  step: (dossierId: string, request: StepRequest) => Promise<void>;
};

export type DossierWishes = {
  procedure?: typeof LAWYER | typeof EXTRACT;
  returnWay?: 'counter' | 'online' | 'post';
  isReceiptWanted?: boolean;
};

/**
 * Equips an office for signing: the modelled procedures with their diagrams and
 * templates, books, a calendar, real certificates with their images, and the
 * workers that draw and sign.
 */
export async function equipForSigning(office: Office): Promise<SigningOffice> {
  const { places, sequelize } = office;
  const validity = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2031-01-01T00:00:00Z') };
  const authority = await createDemonstrationAuthority('Cơ quan chứng thực minh họa', validity, 2048);
  const desk: PaperDesk = { paper: paperWork, files: office.files.store };
  const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => sequelize.transaction(work);
  const perform = async <Answer>(command: (context: Context) => Promise<Answer>) =>
    (await office.perform({ actor: SYSTEM, endpoint: 'test' }, command)).answer;

  const versions = await inTransaction(async (tx) => {
    await insertTrustAnchor(tx, {
      subject: 'Gốc minh họa',
      certificate: authority.root,
      purpose: 'sign',
      validFromAt: validity.from,
      validToAt: validity.to,
    });
    await insertPublication(tx, {
      publishedFromOn: '2026-01-01',
      publishedThroughOn: '2028-12-31',
      decision: 'Lịch của bài thử',
      publishedAt: office.clock.now(),
      publishedBy: 'test',
    });
    for (const key of TEMPLATE_KEYS)
      await publishTemplate(tx, { key, content: readShippedTemplate(join(root, 'templates'), key), sha256: key, ...published() });
    return {
      [LAWYER]: await publishProcedure(tx, LAWYER, places.department.code),
      [EXTRACT]: await publishProcedure(tx, EXTRACT, null),
    };
  });
  await enterSeal('agency', places.commune.id, { name: 'Ủy ban nhân dân phường Thành Sen', image: 'seal-ward-thanh-sen' });
  await enterSeal('agency', places.department.id, { name: 'Sở Tư pháp tỉnh Hà Tĩnh', image: 'seal-department-of-justice' });
  await enterSeal('centre-server', places['provincial-centre'].id, {
    name: places['provincial-centre'].name,
    image: 'seal-provincial-centre',
  });
  await enterSeal('centre-server', places['commune-centre'].id, { name: places['commune-centre'].name, image: null });
  await inTransaction(async (tx) => {
    const books = [
      [places.department.id, 'lawyer-registrations', 'result', '{number}/STP-ĐKHN'],
      [places.department.id, 'outgoing', 'result', '{number}/STP-BTTP'],
      [places.commune.id, 'civil-status-copies', 'result', '{number}/TLHT-BS'],
      [places.commune.id, 'outgoing', 'result', '{number}/UBND-TP'],
      [places['provincial-centre'].id, 'register', 'register', '{number}/{year}'],
      [places['commune-centre'].id, 'register', 'register', '{number}/{year}'],
      [places['provincial-centre'].id, 'form-04', 'letter', '{number}/PXL-TTHCC'],
      [places['provincial-centre'].id, 'form-05', 'letter', '{number}/TB-TTHCC'],
    ] as const;
    for (const [agencyId, key, kind, pattern] of books)
      await openBook(tx, {
        agencyId,
        key,
        kind,
        pattern,
        name: key,
        year: 2026,
        keeperDuty: 'clerical-officer',
        openedOn: '2026-01-01',
        closedOn: null,
      });
  });

  function published() {
    return { publishedAt: new Date('2026-01-01T00:00:00Z'), publishedBy: 'test' };
  }

  async function publishProcedure(tx: Transaction, code: string, agencyCode: string | null): Promise<string> {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(root, 'workflows/procedures', code, file), 'utf8'));
    const content: ProcedureVersionContent = parseProcedureContent(read('procedure.json'));
    const competence = agencyCode === null ? content.competence : ({ kind: 'agency', agencyCode } as const);
    const form = await publishForm(tx, { key: code, content: read('form.json') as Record<string, unknown>, sha256: code, ...published() });
    const xml = readFileSync(join(root, `workflows/diagrams/${content.diagram}/process.bpmn`), 'utf8');
    const diagram = await publishDiagram(tx, {
      key: content.diagram,
      name: content.diagram,
      xml,
      compiled: await compileDiagram(xml),
      sha256: createHash('sha256').update(xml).digest('hex'),
      engineVersion: 'test',
      ...published(),
    });
    await insertProcedure(tx, { code, name: content.name.vi, field: content.field, level: content.level, createdAt: office.clock.now() });
    const version = await publishProcedureVersion(tx, {
      procedureCode: code,
      content: { ...content, competence },
      sha256: code,
      formVersionId: form.id,
      diagramVersionId: diagram.id,
      resultTemplateVersionId: null,
      effectiveFromOn: '2026-01-01',
      effectiveToOn: null,
      sourceDecision: 'QĐ thử',
      ...published(),
    });
    return JSON.stringify({ versionId: version.id, diagramId: diagram.id });
  }

  async function enterSeal(holder: 'agency' | 'centre-server', agencyId: number, { name, image }: { name: string; image: string | null }) {
    const issued = await authority.issue({ name, validity });
    await enterCertificate(issued, { holder, agencyId, staffId: null, subject: name, imageSha256: image && (await keepImage(image)) });
  }

  async function enterCertificate(
    { certificate, container }: IssuedCertificate,
    whose: {
      holder: 'person' | 'agency' | 'centre-server';
      agencyId: number | null;
      staffId: string | null;
      subject: string;
      imageSha256: string | null;
    },
  ): Promise<void> {
    const { serial, validFrom, validTo } = readCertificate(certificate);
    const dates = { validFromAt: validFrom, validToAt: validTo, createdAt: office.clock.now(), revokedAt: null };
    await inTransaction((tx) =>
      insertCertificate(tx, { ...whose, ...dates, serial, certificate, keyContainer: container(PIN), demonstration: true }),
    );
  }

  async function keepImage(name: string): Promise<string> {
    const png = readFileSync(join(root, `templates/demonstration/${name}.png`));
    return (await office.files.store.put(Readable.from([png]), { maxBytes: png.length })).sha256;
  }

  const giveCertificate: SigningOffice['giveCertificate'] = async (
    person,
    { to = validity.to, authority: formula = 'none', image } = {},
  ) => {
    const holder: CertificateHolder = { name: person.name, validity: { ...validity, to } };
    const issued = await authority.issue(holder);
    const imageSha256 = image ? await keepImage(image) : null;
    await enterCertificate(issued, { holder: 'person', agencyId: null, staffId: person.staffId, subject: person.name, imageSha256 });
    await inTransaction((tx) =>
      insertAuthority(tx, {
        staffId: person.staffId,
        agencyId: person.agencyId,
        formula,
        position: formula === 'none' ? 'Giám đốc' : 'Phó Giám đốc',
        onBehalfOf: formula === 'none' ? null : 'Giám đốc',
        scope: ['*'],
        decision: 'QĐ thử',
        validFromOn: '2026-01-01',
        validToOn: null,
      }),
    );
    return issued;
  };

  let entered = 0;
  const dossierAt: SigningOffice['dossierAt'] = async (act, { procedure = LAWYER, returnWay = 'online', isReceiptWanted = true } = {}) => {
    const isLawyer = procedure === LAWYER;
    const { versionId, diagramId } = JSON.parse(versions[procedure]) as { versionId: string; diagramId: string };
    const citizen = await office.citizen();
    const centre = isLawyer ? places['provincial-centre'] : places['commune-centre'];
    const agency = isLawyer ? places.department : places.commune;
    const officer = await office.staff('officer', { place: isLawyer ? 'department' : 'commune' });
    const now = office.clock.now();
    const { id } = await inTransaction((tx) =>
      insertDossier(tx, {
        code: `H27.T-${procedure}-${String(++entered).padStart(4, '0')}`,
        procedureCode: procedure,
        procedureVersionId: versionId,
        diagramVersionId: diagramId,
        caseKey: isLawyer ? 'registration' : 'own',
        channel: 'online',
        centreId: centre.id,
        agencyId: agency.id,
        ownerPersonId: citizen.personId,
        ownerName: citizen.name,
        submitterPersonId: citizen.personId,
        submitterAccountId: citizen.accountId,
        submitterName: citizen.name,
        answers: isLawyer ? LAWYER_ANSWERS : {},
        returnWay,
        officerId: officer.staffId,
        isSameDay: !isLawyer,
        isReceiptWanted,
        timeLimit: { limit: '5 working-days', wording: '05 ngày làm việc' },
        createdAt: now,
        submittedAt: now,
        acceptedAt: now,
        receivedAt: now,
        dueAt: new Date('2026-12-02T10:00:00Z'),
        status: 1,
      }),
    );
    await perform(async (context) => {
      const subject = await lockCase(context, id);
      await openCase(context, subject, 'submit', {});
      const book = await findBook(context.tx, { agencyId: centre.id, key: 'register', year: 2026 });
      await enterRegister(context.tx, { bookId: book!.id, dossierId: id, enteredAt: context.now });
    });
    for (const request of WAY) {
      const open = await inTransaction((tx) => openTasksOf(tx, id));
      if (open.some((task) => task.act === act || task.topic === act)) break;
      if (open.some((task) => task.act === request.act || task.topic === request.act)) await step(id, request);
    }
    return inTransaction((tx) => readDossier(tx, id));
  };

  const step: SigningOffice['step'] = (dossierId, request) =>
    perform(async (context) => {
      await takeStep(context, await lockCase(context, dossierId), request);
    });

  async function sign(): Promise<void> {
    const { perform: performing, clock, signingKeys: keys, faults } = office;
    while (await signItems({ perform: performing, clock, keys, desk, reportFault: (fault) => void faults.push(fault) }));
  }

  async function deliver(): Promise<unknown[]> {
    const failed: unknown[] = [];
    const topics = paperTopics({ desk, openSeal: openCentreSeals(PIN) });
    while (await deliverOutbox({ perform: office.perform, clock: office.clock, topics, reportFault: (fault) => failed.push(fault) }));
    return failed;
  }

  return { authority, desk, dossierAt, giveCertificate, sign, deliver, step };
}

/** The plain way through both diagrams; each is taken where it is open. */
const WAY: readonly StepRequest[] = [
  { act: 'check-submission', facts: { intake: 'accepted' } },
  { act: 'issue-receipt' },
  { act: 'forward' },
  { act: 'confirm-forwarded', facts: { handOver: 'received' } },
  { act: 'assign' },
  { act: 'examine', facts: { examination: 'qualified' } },
];
