import { readFileSync } from 'node:fs';
import { PIN } from '../../certificates';
import { EXTRACT, LAWYER } from '../../modelled-procedures';
import { type Who } from '../actors';
import { type World } from '../world';
import { type Asking, nothing, onDossier } from './ask';

const TODAY = '2026-11-25';
const PASSWORD = 'cầu Linh Cảm bắc ngang sông La';
const json = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;

/** Somebody of the ward, on whom the administrator acts. */
const employee = ({ office }: World) => office.staff('leader', { place: 'commune', who: 'second' });
const onEmployee =
  (body: object = {}): Asking =>
  async (world) => ({ params: { staffId: (await employee(world)).staffId }, body });

/** The id of a row that the world has of this table. */
async function idIn({ office }: World, table: 'authorities' | 'certificates', clause = 'true'): Promise<string> {
  const [rows] = await office.sequelize.query(`select id from ${table} where ${clause} limit 1`);
  return (rows as { id: string }[])[0]!.id;
}

const procedureVersion = async ({ office }: World): Promise<string> => {
  const [rows] = await office.sequelize.query(`select id from procedure_versions where procedure_code = '${EXTRACT}'`);
  return (rows as { id: string }[])[0]!.id;
};

/** How the office is set up. */
export const administrationAsks: Record<string, Asking> = {
  listStaff: nothing,
  createStaff: ({ office }, { side }: Who) => ({
    body: { userName: `nguoi.moi.${side}.${String(office.clock.now().getTime())}`, fullName: 'Người Mới', oneTimePassword: PASSWORD },
  }),
  recordOwnPeople: onEmployee({
    self: null,
    kin: [{ kind: 'citizen-number', number: '042090912345', fullName: 'Người Nhà', relation: 'vợ' }],
  }),
  recordContact: () => ({
    params: { agencyCode: 'T.commune' },
    body: { address: 'Số 1 đường Nguyễn Du', phone: '0239 3855 555', website: null },
  }),
  resetPassword: onEmployee({ oneTimePassword: PASSWORD }),
  resetSecondFactor: onEmployee(),
  disableAccount: onEmployee({ reason: 'Nghỉ hưu' }),
  givePost: onEmployee({ agencyCode: 'T.commune', title: 'Công chức', duties: ['officer'], validFromOn: TODAY }),
  endPost: async (world) => ({ params: { postId: (await employee(world)).postId }, body: { validToOn: TODAY } }),
  giveAuthority: onEmployee({
    agencyCode: 'T.commune',
    formula: 'KT.',
    position: 'Phó Chủ tịch',
    scope: ['*'],
    decision: 'QĐ 1',
    validFromOn: TODAY,
  }),
  endAuthority: async (world) => ({ params: { authorityId: await idIn(world, 'authorities') }, body: { validToOn: TODAY } }),
  trustAuthority: ({ stranger }) => ({ body: { certificate: Buffer.from(stranger.root).toString('base64') } }),
  registerCertificate: async (world) => {
    const { staffId } = await employee(world);
    return { body: { holding: { kind: 'person', staffId }, container: world.ids.container, pin: PIN } };
  },
  revokeCertificate: async (world) => ({
    params: { certificateId: await idIn(world, 'certificates', `holder = 'person'`) },
    body: { reason: 'Mất thiết bị' },
  }),
  openBook: () => ({
    body: {
      agencyCode: 'T.commune',
      kind: 'letter',
      book: { key: 'notices', name: 'Sổ thông báo', pattern: '{number}/TB', keeper: 'clerical-officer' },
      year: 2026,
      openedOn: TODAY,
    },
  }),
  publishForm: () => ({ body: { content: json(`workflows/procedures/${EXTRACT}/form.json`) } }),
  publishTemplate: () => ({ body: { content: json('templates/form-01/template.json') } }),
  publishDiagram: () => ({
    body: { key: 'same-day', name: 'Trong ngày', xml: 'no drawing' },
  }),
  listDiagramVersions: nothing,
  readDiagramVersion: ({ ids }) => ({ params: { versionId: ids.diagramId } }),
  publishProcedure: () => ({ body: { content: json(`workflows/procedures/${EXTRACT}/procedure.json`) } }),
  listProcedureVersions: () => ({ query: { code: LAWYER } }),
  confirmProcedure: async (world) => ({ params: { versionId: await procedureVersion(world) }, body: { decision: 'QĐ 2' } }),
  askCatalogueImport: () => ({ body: { source: 'dichvucong', lines: ['{}'] } }),
  listCatalogueImports: nothing,
  publishCalendar: () => ({
    body: { publishedFromOn: '2029-01-01', publishedThroughOn: '2029-12-31', decision: 'QĐ 3', days: [] },
  }),
  setOfficeHours: () => ({
    body: {
      agencyCode: 'T.commune',
      validFromOn: '2027-01-01',
      hours: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, '07:30-11:30,13:00-17:00'])),
      decision: 'QĐ 4',
    },
  }),
  decideProvinceRules: () => ({
    body: {
      dossierCodePattern: 'H27.{unit}-{yy}{mm}{dd}-{nnnn}',
      lastDay: { then: 'next-working-day', ground: 'BLDS' },
      decision: 'QĐ 5',
    },
  }),
  readProvinceRules: nothing,
  readCalendar: nothing,
  listOutbox: nothing,
  reviveOutboxEntry: ({ ids }) => ({ params: { entryId: ids.outboxId }, body: {} }),
  listMails: nothing,
  listIncidents: nothing,
  resolveIncident: ({ ids }) => ({ params: { incidentId: ids.incidentId }, body: { resolution: 'Đã xem' } }),
  migrateDossier: (world, who) =>
    onDossier(({ withdrawn }) => withdrawn, { toVersionId: world.ids.diagramId, reason: 'Sửa tên bước', isDryRun: false })(world, who),
  readClock: nothing,
  stepClock: ({ office }) => ({ body: { to: office.clock.now().toISOString() } }),
};
