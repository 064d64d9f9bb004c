import { handToPost } from '../../../server/commands/return/hand-to-post';
import { recordParcelEvent, type RecordParcelEvent } from '../../../server/commands/return/record-parcel-event';
import { settleFailedParcel } from '../../../server/commands/return/settle-failed-parcel';
import { type Actor } from '../../../server/policies/actor';
import { readLedger } from '../../../server/store/fee-account';
import { incidentsOf } from '../../../server/store/incidents';
import { type DossierRow } from '../../../server/store/models/dossier';
import { parcelsOf } from '../../../server/store/postal-orders';
import { openTasksOf } from '../../../server/store/tasks';
import { useDatabase } from '../../support/database';
import { MORNING, openCommune, type Commune } from '../../support/commune';
import { feeOf, fileDossier } from '../../support/filed-dossier';
import { POST_DIAGRAM } from '../../support/post-diagram';

const CARRIER: Actor = { kind: 'carrier', name: 'Bưu điện' };
export const address = (isCashOnDelivery: boolean) => ({
  street: 'Thôn Nam Thượng',
  province: 'Hà Tĩnh',
  receiver: 'Đặng Thị Hoà',
  phone: '0912345678',
  isCashOnDelivery,
});
export const CONTENTS = [
  { name: 'Bản sao trích lục khai sinh', originals: 2, copies: 0 },
  { name: 'Sổ hộ khẩu', originals: 1, copies: 0 },
];
export const COD = 8000;

/** Counted from the morning on which everything was handed over. */
export const hour = (hours: number) => new Date(MORNING.getTime() + hours * 3_600_000);

export type Event = Pick<RecordParcelEvent, 'kind' | 'eventAt'> & Partial<RecordParcelEvent>;

/** A commune whose dossiers are at the post, and what is done with a parcel. */
export function useDesk() {
  const database = useDatabase();
  let office: Commune;
  beforeAll(async () => {
    office = await openCommune(database.sequelize, POST_DIAGRAM);
  }, 60_000);
  /** By the time of the reports all of them have happened. */
  const waitForAll = () => office.clock.set(hour(240));

  async function handed(codDong: 0 | typeof COD = 0) {
    office.clock.set(MORNING);
    const { dossier } = await fileDossier(office, {
      status: 9,
      fees: codDong ? [feeOf({ amountDong: codDong })] : [],
      returnWay: 'post',
      returnAddress: address(codDong > 0),
    });
    await hand(dossier);
    waitForAll();
    return office.reload(dossier);
  }
  const hand = (dossier: DossierRow) =>
    office.as(office.clerk, async (context) =>
      handToPost(context, { dossierId: dossier.id, expectedVersion: (await office.reload(dossier)).version, contents: CONTENTS }),
    );
  const report = (dossier: DossierRow, event: Event, actor: Actor = CARRIER) =>
    office.as(actor, (context) =>
      recordParcelEvent(context, { parcelCode: dossier.code!, attempt: 1, reason: '', recipient: null, collectedDong: null, ...event }),
    );
  const parcel = async (dossier: DossierRow) => (await office.at((tx) => parcelsOf(tx, dossier.id))).at(-1)!;
  const acts = (dossier: DossierRow) =>
    office.at(async (tx) => (await openTasksOf(tx, dossier.id)).map(({ act, message }) => message ?? act));
  const incidents = async (dossier: DossierRow) => (await office.at((tx) => incidentsOf(tx, dossier.id))).map(({ kind }) => kind);
  const settle = (dossier: DossierRow, next: 'post' | 'counter', condition: 'sealed' | 'lost' = 'sealed') =>
    office.as(office.clerk, async (context) =>
      settleFailedParcel(context, {
        dossierId: dossier.id,
        expectedVersion: (await office.reload(dossier)).version,
        condition,
        damage: condition === 'lost' ? 'mất trên đường' : '',
        next,
        note: '',
      }),
    );
  const payments = async (dossier: DossierRow) =>
    (await office.at((tx) => readLedger(tx, dossier.id))).payments.map(({ payment, booked }) => [payment.method, booked]);

  return {
    get office() {
      return office;
    },
    waitForAll,
    handed,
    hand,
    report,
    parcel,
    acts,
    incidents,
    settle,
    payments,
  };
}
