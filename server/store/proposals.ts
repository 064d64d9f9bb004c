import { type CreationAttributes } from 'sequelize';
import { Proposal, type ProposalRow } from './models/proposal';
import { changeRecord, columns, insertRecord } from './records';
import { execute, row } from './rows';
import { type Transaction } from './transaction';

/** A new proposal takes the place of those before it; they stay on record. */
export async function insertProposal(tx: Transaction, values: CreationAttributes<Proposal>): Promise<ProposalRow> {
  await execute(tx, `update proposals set state = 'replaced' where dossier_id = $1 and state in ('proposed', 'agreed', 'back')`, [
    values.dossierId,
  ]);
  return insertRecord(tx, Proposal, values);
}

/** What was proposed last and is still to be decided. */
export async function findOpenProposal(tx: Transaction, dossierId: string): Promise<ProposalRow | undefined> {
  return row<ProposalRow>(
    tx,
    `select ${columns(Proposal)} from proposals where dossier_id = $1 and state in ('proposed', 'agreed') order by proposed_at desc limit 1`,
    [dossierId],
  );
}

export async function changeProposal(tx: Transaction, id: string, changes: Partial<ProposalRow>): Promise<void> {
  await changeRecord(tx, Proposal, id, changes);
}
