import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildParts } from '../../server/casework/build-parts';
import { checkInvariants, type Violation } from '../../server/casework/check-invariants';
import { openDiskStore } from '../../server/files/disk-store';
import { inspectSystem } from '../../server/inspect-system';
import { execute } from '../../server/store/rows';
import { useDatabase } from '../support/database';
import { enterWholeSystem, type WholeSystem } from '../support/whole-system';

jest.setTimeout(30_000);

const database = useDatabase();
let system: WholeSystem;
beforeAll(async () => {
  system = await enterWholeSystem(database);
});

const inspect = async () =>
  inspectSystem({ database: database.sequelize, files: await openDiskStore(join(system.dataDirectory, 'files')) });

/** What the checker says of damage that only an owner can do; the damage is taken back. */
async function found(...damage: string[]): Promise<Violation[]> {
  const tx = await database.owner.transaction();
  try {
    for (const statement of damage) await execute(tx, statement.replaceAll('$DOSSIER', `'${system.accepted}'`));
    return await checkInvariants(tx, buildParts(system.town.clock));
  } finally {
    await tx.rollback();
  }
}

test('a system at work has nothing to be said of', async () => {
  expect(await inspect()).toEqual([]);
});

const unguarded = 'alter table journal disable trigger journal_append_only';
const damages: Record<string, { damage: string[]; kinds: Violation['kind'][]; detail?: string }> = {
  'a line of the journal was rewritten': {
    damage: [unguarded, `update journal set actor_name = 'Người khác' where dossier_id = $DOSSIER and number = 1`],
    kinds: ['journal-broken'],
    detail: 'line 1',
  },
  'a line of the journal was taken out': {
    damage: [unguarded, `delete from journal where dossier_id = $DOSSIER and number = 1`],
    kinds: ['journal-broken', 'version-astray', 'fold-differs'],
  },
  'the status was moved without an act': {
    damage: [`update dossiers set status = 4 where id = $DOSSIER`],
    kinds: ['fold-differs'],
    detail: 'status: journal 2, rows 4',
  },
  'an act was done without a line': {
    damage: [`update dossiers set version = version + 1 where id = $DOSSIER`],
    kinds: ['version-astray'],
  },
  'the due date was moved by hand': {
    damage: [`update dossiers set due_at = due_at + interval '1 day' where id = $DOSSIER`],
    kinds: ['fold-differs'],
  },
  'the owner was exchanged': { damage: [`update dossiers set owner_name = 'Người khác' where id = $DOSSIER`], kinds: ['fold-differs'] },
  'a pause was opened by hand': {
    damage: [`insert into pauses (dossier_id, kind, from_at) values ($DOSSIER, 'supplement', '2026-11-25')`],
    kinds: ['fold-differs'],
  },
  'two pauses run at once': {
    damage: [
      'drop index pauses_one_open',
      `insert into pauses (dossier_id, kind, from_at) values ($DOSSIER, 'supplement', '2026-11-25'), ($DOSSIER, 'sector-law', '2026-11-25')`,
    ],
    kinds: ['two-pauses', 'fold-differs'],
  },
  'a fee was settled by hand': { damage: [`update fee_lines set state = 'settled' where dossier_id = $DOSSIER`], kinds: ['fold-differs'] },
  'an open step was closed by hand': {
    damage: [`update tasks set closed_at = now(), closed_by = 'x' where dossier_id = $DOSSIER and act = 'consent-to-withdrawal'`],
    kinds: ['fold-differs', 'position-astray'],
  },
  'a dossier waits for nothing': {
    damage: [`update tasks set closed_at = now(), closed_by = 'x' where dossier_id = $DOSSIER and closed_at is null`],
    kinds: ['waits-for-nothing', 'fold-differs', 'position-astray'],
  },
  'a dossier waits after its end': {
    damage: [`update dossiers set finished_at = now() where id = $DOSSIER`],
    kinds: ['waits-after-its-end', 'fold-differs', 'position-astray'],
  },
  'the stored position was altered': {
    damage: [`update instances set state = set_byte(state, 30, 255 - get_byte(state, 30)) where dossier_id = $DOSSIER`],
    kinds: ['position-altered', 'position-astray'],
  },
  'the position of another dossier was stored': {
    damage: [
      `update instances i set state = o.state, state_sha256 = o.state_sha256 from instances o
       where i.dossier_id = $DOSSIER and o.dossier_id <> $DOSSIER`,
    ],
    kinds: ['position-astray'],
  },
  'the position is gone': { damage: ['delete from instances where dossier_id = $DOSSIER'], kinds: ['position-astray'] },
  'a service that is waited for will never be asked': {
    damage: [`delete from outbox where dossier_id = $DOSSIER and execution_id is not null`],
    kinds: ['service-forgotten'],
  },
  'a service was asked and its answer is lost': {
    damage: [`update outbox set done_at = now() where dossier_id = $DOSSIER and execution_id is not null`],
    kinds: ['service-forgotten'],
  },
  'a number of the register is missing': {
    damage: [`update books set last_number = last_number + 1 where id = (select book_id from register_entries limit 1)`],
    kinds: ['book-has-gap'],
  },
  'a register begins at two': { damage: ['update register_entries set number = 2'], kinds: ['book-has-gap'] },
  'an accepted dossier is in no register': { damage: ['delete from register_entries'], kinds: ['book-has-gap', 'register-missing'] },
  'a result bears a number that stands in no book': {
    damage: [
      `insert into results (dossier_id, outcome, kind, template_version_id, facts, state, book_id, number, drafted_by, drafted_at)
       select $DOSSIER, 'grant', 'electronic', t.id, '{}', 'sealed', b.id, 7, s.id, now() from template_versions t, books b, staff s limit 1`,
    ],
    kinds: ['number-astray'],
    detail: '7',
  },
  'two dossiers bear one code': {
    damage: ['alter table dossiers drop constraint dossiers_code_key', `update dossiers set code = 'H27.1-261125-0001'`],
    kinds: ['two-dossiers-of-a-code', 'fold-differs'],
  },
  'two drafts became one dossier': {
    damage: [`update drafts set dossier_id = $DOSSIER`],
    kinds: ['two-drafts-of-a-dossier'],
  },
  'a request was answered twice': {
    damage: [
      'alter table requests drop constraint requests_pkey',
      `insert into requests (actor, key, endpoint, body_sha256, status, at) values ('a', 'k', 'e', 'b', 200, now()), ('a', 'k', 'e', 'b', 200, now())`,
    ],
    kinds: ['request-answered-twice'],
  },
};

test.each(Object.keys(damages))('%s: told', async (name) => {
  const { damage, kinds, detail } = damages[name]!;
  const violations = await found(...damage);
  expect([...new Set(violations.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
  if (detail) expect(violations).toContainEqual({ kind: kinds[0], dossierId: system.accepted, detail });
});

test('bytes that are lost or altered are told', async () => {
  const file = join(system.dataDirectory, 'files', system.sha256.slice(0, 2), system.sha256);
  writeFileSync(file, 'rotten');
  expect(await inspect()).toEqual([{ kind: 'file-changed', dossierId: null, detail: system.sha256 }]);
  rmSync(file);
  expect(await inspect()).toEqual([{ kind: 'file-missing', dossierId: null, detail: system.sha256 }]);
});
