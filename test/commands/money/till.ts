import { recordPayment, type RecordPayment } from '../../../server/commands/money/record-payment';
import { sendPaymentRequest } from '../../../server/commands/money/send-payment-request';
import { type FeeDescription } from '../../../server/domain/procedure';
import { presentFees } from '../../../server/presenters/fees';
import { readFees } from '../../../server/queries/return/read-fees';
import { type DossierRow } from '../../../server/store/models/dossier';
import { openTasksOf } from '../../../server/store/tasks';
import { useDatabase } from '../../support/database';
import { openCommune, type Commune } from '../../support/commune';
import { bringTo, fileDossier, type Filed } from '../../support/filed-dossier';

export const EXEMPTION = { key: 'poor', name: { vi: 'Hộ nghèo', en: 'Poor household' }, clause: { text: 'NQ 01, Điều 2', isSure: true } };

/** A commune where fees are asked for and paid, on the drawn same-day diagram. */
export function useTill() {
  const database = useDatabase();
  let office: Commune;
  beforeAll(async () => {
    office = await openCommune(database.sequelize);
  }, 60_000);
  const pay = async (dossier: DossierRow, paid: Partial<RecordPayment> = {}, collector = office.collector) => {
    const { version } = await office.reload(dossier);
    const payment = { method: 'cash' as const, amountDong: 8000, feeKeys: [], isFailed: false, ...paid };
    await office.as(collector, (context) => recordPayment(context, { dossierId: dossier.id, expectedVersion: version, ...payment }));
  };
  const account = (dossier: DossierRow) =>
    office.read({ actor: office.clerk, endpoint: 'test' }, async (context) =>
      presentFees(await readFees(context, { dossierId: dossier.id })),
    );
  const states = async (dossier: DossierRow) => {
    const { lines, payments } = await account(dossier);
    return { fees: lines.map(({ state }) => state), payments: payments.map(({ state }) => state) };
  };
  const acts = (dossier: DossierRow) => office.at(async (tx) => (await openTasksOf(tx, dossier.id)).map(({ act, topic }) => act ?? topic));
  async function filed(fees: FeeDescription[], rest: Filed = {}) {
    return (await fileDossier(office, { fees, ...rest })).dossier;
  }
  /** To where the diagram asks for the fee, and asks. */
  async function asked(dossier: DossierRow) {
    await bringTo(office, dossier, 'confirm-forwarded');
    const [task] = await office.at(async (tx) => (await openTasksOf(tx, dossier.id)).filter(({ topic }) => topic === 'ask-payment'));
    await office.as({ kind: 'system', name: 'outbox' }, (context) =>
      sendPaymentRequest(context, { dossierId: dossier.id, executionId: task!.executionId }),
    );
  }

  return {
    get office() {
      return office;
    },
    pay,
    account,
    states,
    acts,
    filed,
    asked,
  };
}
