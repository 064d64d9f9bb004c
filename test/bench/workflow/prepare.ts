import { type Sequelize } from 'sequelize';
import { giveAuthority } from '../../../server/commands/administration/give-authority';
import { type Actor } from '../../../server/policies/actor';
import { execute, rows } from '../../../server/store/rows';
import { draftOf } from '../../support/filing';
import { type OneStop, WARD } from '../../support/one-stop';
import { type Cast } from './acts';
import { type Filed } from './walker';

const HOUSE: Actor = { kind: 'system', name: 'bench' };
const CITIZENS = 200;

/** The people of one ward, and a leader in whose name its documents are drafted. */
export async function assemble(town: OneStop): Promise<Cast> {
  const citizens = [];
  for (let count = 0; count < CITIZENS; count++) citizens.push(await town.citizen());
  const leader = await town.staff(['leader'], WARD);
  await town.act(HOUSE, (context) =>
    giveAuthority(context, {
      staffId: leader.staffId,
      agencyCode: WARD,
      formula: 'none',
      position: 'Chủ tịch',
      onBehalfOf: null,
      scope: ['*'],
      decision: 'QĐ 1/2026',
      validFromOn: '2026-01-01',
      validToOn: null,
    }),
  );
  return {
    citizens,
    clerk: await town.staff(['clerk']),
    head: await town.staff(['division-head'], WARD),
    officer: await town.staff(['officer'], WARD),
    collector: await town.staff(['fee-collector']),
  };
}

/** So many drafts that are ready to be filed: one is filled in as a citizen does it, the others are its copies in the hands of all. */
export async function readyDrafts(town: OneStop, owner: Sequelize, { citizens }: Cast, count: number): Promise<Filed[]> {
  const first = await draftOf(town, citizens[0]!);
  const accounts = citizens.map(({ accountId }) => accountId);
  const made = await owner.transaction(async (tx) => {
    const drafts = await rows<{ id: string; accountId: string }>(
      tx,
      `insert into drafts (account_id, procedure_code, procedure_version_id, case_key, answers, return_way, centre_id, version, created_at, saved_at)
       select a.id, d.procedure_code, d.procedure_version_id, d.case_key,
              jsonb_set(d.answers, '{requesterPaper,number}', to_jsonb(p.number)), d.return_way, d.centre_id, d.version, d.created_at, d.saved_at
         from generate_series(1, $3::integer) n join accounts a on a.id = ($2::uuid[])[1 + n % ${CITIZENS}]
         join identity_papers p on p.person_id = a.person_id cross join drafts d where d.id = $1 returning id, account_id as "accountId"`,
      [first, accounts, count],
    );
    await execute(
      tx,
      `insert into components (draft_id, key, name, position, is_required)
       select d.id, c.key, c.name, c.position, c.is_required from components c, unnest($2::uuid[]) d (id) where c.draft_id = $1`,
      [first, drafts.map(({ id }) => id)],
    );
    return drafts;
  });
  await owner.query('vacuum analyze');
  const byAccount = new Map(citizens.map((citizen) => [citizen.accountId, citizen]));
  return made.map(({ id, accountId }) => ({ draftId: id, citizen: byAccount.get(accountId)! }));
}
