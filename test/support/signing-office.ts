import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openCase } from '../../server/casework/open-case';
import { lockCase } from '../../server/casework/read-case';
import { takeStep, type StepRequest } from '../../server/casework/take-step';
import { type Context } from '../../server/casework/context';
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
import { enterRegister, findBook } from '../../server/store/books';
import { insertCertificate, insertTrustAnchor } from '../../server/store/certificates';
import { insertDossier, readDossier } from '../../server/store/dossiers';
import { type DossierRow } from '../../server/store/models/dossier';
import { insertPublication } from '../../server/store/office-calendar';
import { openTasksOf } from '../../server/store/tasks';
import { type Transaction } from '../../server/store/transaction';
import { createDemonstrationAuthority, type DemonstrationAuthority } from '../../server/signing/demonstration-authority';
import { type Office } from './server';
import { type CitizenPerson, type StaffPerson } from './people';
import { PIN } from './certificates';
import { EXTRACT, LAWYER, LAWYER_ANSWERS, openTestBooks, publishModelled } from './modelled-procedures';

const root = join(__dirname, '../..');
const SYSTEM = { kind: 'system', name: 'test' } as const;
export type SigningOffice = {
  authority: DemonstrationAuthority;
  desk: PaperDesk;
  /** A dossier of the two modelled procedures, walked until this act is open to the officer of the office. */
  dossierAt: (act: string, wishes?: DossierWishes) => Promise<DossierRow>;
  /** Gives somebody the pen: authority over everything of the agency, and a certificate with its PIN. */
  giveCertificate: (person: StaffPerson, wishes?: { to?: Date; authority?: 'none' | 'KT.'; image?: string }) => Promise<IssuedCertificate>;
  /** Gives an agency its seal, with the same PIN. */
  giveSeal: (agency: { id: number; name: string }) => Promise<void>;
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
  /** Who holds it; otherwise the officer of the office. */
  officer?: StaffPerson;
  /** Whose account files it, where it is not the owner's own. */
  filer?: CitizenPerson;
  owner?: CitizenPerson;
};

/**
 * Equips an office for signing: the modelled procedures with their diagrams and
 * templates, books, a calendar, real certificates with their images, and the
 * workers that draw and sign.
 */
export async function equipForSigning(office: Office, changes: Partial<ProcedureVersionContent> = {}): Promise<SigningOffice> {
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
    return publishModelled(tx, { [LAWYER]: places.department.code, [EXTRACT]: null }, changes);
  });
  await enterSeal('agency', places.commune.id, { name: 'Ủy ban nhân dân phường Thành Sen', image: 'seal-ward-thanh-sen' });
  await enterSeal('agency', places.department.id, { name: 'Sở Tư pháp tỉnh Hà Tĩnh', image: 'seal-department-of-justice' });
  await enterSeal('centre-server', places['provincial-centre'].id, {
    name: places['provincial-centre'].name,
    image: 'seal-provincial-centre',
  });
  await enterSeal('centre-server', places['commune-centre'].id, { name: places['commune-centre'].name, image: null });
  await inTransaction((tx) => openTestBooks(tx, places));

  async function enterSeal(holder: 'agency' | 'centre-server', agencyId: number, { name, image }: { name: string; image: string | null }) {
    const issued = await authority.issue({ name, validity });
    await enterCertificate(issued, { holder, agencyId, staffId: null, subject: name, imageSha256: image && (await keepImage(image)) });
  }

  async function enterCertificate(
    issued: IssuedCertificate,
    whose: {
      holder: 'person' | 'agency' | 'centre-server';
      agencyId: number | null;
      staffId: string | null;
      subject: string;
      imageSha256: string | null;
    },
  ): Promise<void> {
    const { certificate } = issued;
    const { serial, validFrom, validTo } = readCertificate(certificate);
    const dates = { validFromAt: validFrom, validToAt: validTo, createdAt: office.clock.now(), revokedAt: null };
    await inTransaction((tx) =>
      insertCertificate(tx, { ...whose, ...dates, serial, certificate, keyContainer: issued.container(PIN), demonstration: true }),
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
  const dossierAt: SigningOffice['dossierAt'] = async (
    act,
    { procedure = LAWYER, returnWay = 'online', isReceiptWanted = true, officer: holder, ...parties } = {},
  ) => {
    const isLawyer = procedure === LAWYER;
    const { versionId, diagramId } = versions[procedure];
    const owner = parties.owner ?? (await office.citizen());
    const filer = parties.filer ?? owner;
    const centre = isLawyer ? places['provincial-centre'] : places['commune-centre'];
    const agency = isLawyer ? places.department : places.commune;
    const officer = holder ?? (await office.staff('officer', { place: isLawyer ? 'department' : 'commune' }));
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
        ownerPersonId: owner.personId,
        ownerName: owner.name,
        submitterPersonId: filer.personId,
        submitterAccountId: filer.accountId,
        submitterName: filer.name,
        answers: isLawyer ? LAWYER_ANSWERS : {},
        returnWay,
        officerId: officer.staffId,
        isSameDay: !isLawyer,
        isReceiptWanted,
        timeLimit: { limit: '5 working-days', wording: '05 ngày làm việc' },
        createdAt: now,
        submittedAt: now,
        ...(act === INTAKE ? {} : { acceptedAt: now, receivedAt: now, dueAt: new Date('2026-12-02T10:00:00Z') }),
        status: 1,
      }),
    );
    await perform(async (context) => {
      const subject = await lockCase(context, id);
      await openCase(context, subject, 'submit', {});
      if (act === INTAKE) return;
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
    const { clock, signingKeys: keys, faults } = office;
    const room = { perform: office.perform, clock, keys, desk, reportFault: (fault: unknown) => void faults.push(fault) };
    while (await signItems(room));
  }

  async function deliver(): Promise<unknown[]> {
    const failed: unknown[] = [];
    const topics = paperTopics({ desk, openSeal: openCentreSeals(PIN) });
    while (await deliverOutbox({ perform: office.perform, clock: office.clock, topics, reportFault: (fault) => failed.push(fault) }));
    return failed;
  }

  const giveSeal: SigningOffice['giveSeal'] = ({ id, name }) => enterSeal('agency', id, { name, image: null });

  return { authority, desk, dossierAt, giveCertificate, giveSeal, sign, deliver, step };
}

/** A dossier that was only filed: nothing of its acceptance is on record yet. */
const INTAKE = 'check-submission';

/** The plain way through both diagrams; each is taken where it is open. */
const WAY: readonly StepRequest[] = [
  { act: INTAKE, facts: { intake: 'accepted' } },
  { act: 'issue-receipt' },
  { act: 'forward' },
  { act: 'confirm-forwarded', facts: { handOver: 'received' } },
  { act: 'assign' },
  { act: 'examine', facts: { examination: 'qualified' } },
];
