import { type Context } from '../../server/casework/context';
import { lockCase } from '../../server/casework/read-case';
import { takeStep } from '../../server/casework/take-step';
import { assignOfficer } from '../../server/commands/house/assign-officer';
import { confirmForwarded } from '../../server/commands/house/confirm-forwarded';
import { forwardDossier } from '../../server/commands/house/forward-dossier';
import { type Actor } from '../../server/policies/actor';
import { lawyerAnswers } from '../forms/right-answers';
import { fileOnline } from './filing';
import { accept, versionOf } from './intake';
import { type OneStop } from './one-stop';

const SYSTEM: Actor = { kind: 'system', name: 'test' };

/** A lawyer's dossier on the standard diagram that its officer has on the desk, with everybody who had it in hand. */
export async function atOfficer(town: OneStop) {
  const citizen = await town.citizen({ name: 'Phan Đức Anh', state: 'unverified' });
  const wish = { procedureCode: '1.002153', caseKey: 'registration', answers: lawyerAnswers, papers: ['employment-contract'] };
  const dossierId = await fileOnline(town, citizen, wish);
  const [clerk, head, officer] = [
    await town.staff(['clerk'], 'H27.TTPVHCC'),
    await town.staff(['division-head'], 'H27.STP'),
    await town.staff(['officer'], 'H27.STP'),
  ];
  const does = async (
    actor: Actor,
    command: (context: Context, named: { dossierId: string; expectedVersion: number }) => Promise<unknown>,
  ) => {
    const expectedVersion = await versionOf(town, dossierId);
    await town.act(actor, (context) => command(context, { dossierId, expectedVersion }));
  };
  await accept(town, clerk, dossierId);
  await town.act(SYSTEM, async (context) => takeStep(context, await lockCase(context, dossierId), { act: 'issue-receipt' }));
  await does(clerk, (context, named) => forwardDossier(context, { ...named, papers: [] }));
  await does(head, (context, named) => confirmForwarded(context, { ...named, outcome: 'received', reason: '' }));
  await does(head, (context, named) => assignOfficer(context, { ...named, staffId: officer.staffId }));
  return { citizen, clerk, head, officer, dossierId, does };
}
