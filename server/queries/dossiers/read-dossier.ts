import { pinnedLimit } from '../../domain/due-input';
import { type Remaining } from '../../domain/remaining-time';
import { remainingOfDossier } from '../../domain/running-time';
import { componentsOf, filesOf, type FileOfComponent } from '../../store/components';
import { custodyOf, type CustodyEvent } from '../../store/custody';
import { findRegisterEntry } from '../../store/books';
import { type BookRow } from '../../store/models/book';
import { type ComponentRow } from '../../store/models/component';
import { type ExtensionRow } from '../../store/models/extension';
import { type FeeLineRow } from '../../store/models/fee-line';
import { type LetterRow } from '../../store/models/letter';
import { type PauseRow } from '../../store/models/pause';
import { type PaymentRow } from '../../store/models/payment';
import { type PostalOrderRow } from '../../store/models/postal-order';
import { type SupplementRow } from '../../store/models/supplement';
import { type WithdrawalRow } from '../../store/models/withdrawal';
import { pausesOf } from '../../store/pauses';
import { readPinnedVersion } from '../../store/pinned-versions';
import { readFormVersion } from '../../store/published-versions';
import { feeLinesOf, lettersOf, parcelsOf, paymentsOf, shownResultsOf, type ShownResult } from '../../store/record-going-out';
import {
  extensionsOf,
  namedHandOversOf,
  namedProposalsOf,
  namedTasksOf,
  unitNames,
  withdrawalsOf,
  type NamedHandOver,
  type NamedProposal,
  type NamedTask,
} from '../../store/record-in-house';
import { readStaffMember } from '../../store/staff';
import { supplementsOf } from '../../store/supplements';
import { type Reader } from '../reader';
import { dossierView, type DossierView } from './dossier-view';

/** What owner, submitter and office read alike; each presenter leaves out what has not reached its reader. */
export type DossierRecord = DossierView & {
  left: Remaining;
  /** The e-form that the answers were given to. */
  form: unknown;
  units: ReadonlyMap<string, string>;
  officerName: string | null;
  components: ComponentRow[];
  files: FileOfComponent[];
  supplements: SupplementRow[];
  pauses: PauseRow[];
  extensions: ExtensionRow[];
  withdrawals: WithdrawalRow[];
  fees: FeeLineRow[];
  payments: PaymentRow[];
  results: ShownResult[];
  letters: LetterRow[];
  parcels: PostalOrderRow[];
};

/** What the office alone reads beside. */
export type HouseRecord = {
  register: (BookRow & { number: number }) | undefined;
  tasks: NamedTask[];
  proposals: NamedProposal[];
  custody: CustodyEvent[];
  handOvers: NamedHandOver[];
};

/** Reads a dossier with all that belongs to it, for somebody who may see it; its inner side for the office alone. */
export async function readDossier(
  reader: Reader,
  { dossierId }: { dossierId: string },
): Promise<{ record: DossierRecord; house: HouseRecord | null }> {
  const view = await dossierView(reader, dossierId);
  return { record: await recordOf(reader, view), house: reader.actor.kind === 'staff' ? await houseSideOf(reader, dossierId) : null };
}

async function recordOf({ tx, now, parts }: Reader, view: DossierView): Promise<DossierRecord> {
  const { dossier } = view;
  const dossierId = dossier.id;
  const procedure = await readPinnedVersion(tx, dossier.procedureVersionId);
  const calendar = dossier.acceptedAt ? await parts.calendarOf(tx, dossier.agencyId) : undefined;
  return {
    ...view,
    left: calendar ? remainingOfDossier(now, { ...dossier, limit: pinnedLimit(dossier.timeLimit) }, calendar) : { state: 'no-date' },
    form: (await readFormVersion(tx, procedure.formVersionId)).content,
    units: await unitNames(tx, unitCodes(dossier.answers)),
    officerName: dossier.officerId === null ? null : (await readStaffMember(tx, dossier.officerId)).fullName,
    components: await componentsOf(tx, { dossierId }),
    files: await filesOf(tx, { dossierId }),
    supplements: await supplementsOf(tx, dossierId),
    pauses: await pausesOf(tx, dossierId),
    extensions: await extensionsOf(tx, dossierId),
    withdrawals: await withdrawalsOf(tx, dossierId),
    fees: await feeLinesOf(tx, dossierId),
    payments: await paymentsOf(tx, dossierId),
    results: await shownResultsOf(tx, dossierId),
    letters: await lettersOf(tx, dossierId),
    parcels: await parcelsOf(tx, dossierId),
  };
}

async function houseSideOf({ tx }: Reader, dossierId: string): Promise<HouseRecord> {
  return {
    register: await findRegisterEntry(tx, dossierId),
    tasks: await namedTasksOf(tx, dossierId),
    proposals: await namedProposalsOf(tx, dossierId),
    custody: await custodyOf(tx, dossierId),
    handOvers: await namedHandOversOf(tx, dossierId),
  };
}

/** Everything in the answers that has the shape of a code of an administrative unit: five digits, or two for a province. */
function unitCodes(answers: unknown): string[] {
  if (typeof answers === 'string') return /^(\d{2}|\d{5})$/.test(answers) ? [answers] : [];
  if (typeof answers !== 'object' || answers === null) return [];
  return [...new Set(Object.values(answers).flatMap(unitCodes))];
}
