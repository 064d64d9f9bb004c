import { type Context } from '../../casework/context';
import { enterPerson } from '../../casework/enter-person';
import { type DeclaredPerson } from '../../contract/access-shapes';
import { forgetKin, insertKin, type OwnPerson, ownPeopleOf } from '../../store/kin';
import { readStaffMember, recordOwnPerson } from '../../store/staff';

type OwnPeople = { self: DeclaredPerson | null; kin: readonly (DeclaredPerson & { relation: string })[] };

/**
 * Writes the list of those whose dossiers a member of staff neither accepts,
 * examines, signs nor seals: the staff member himself and the declared kin (R44).
 * The list is written whole, each time; it holds from the next request on.
 */
export async function recordOwnPeople(context: Context, { staffId, self, kin }: OwnPeople & { staffId: string }): Promise<void> {
  const { tx } = context;
  await readStaffMember(tx, staffId);
  const before = await ownPeopleOf(tx, [staffId]);
  const enter = async (person: DeclaredPerson) => sameAs(person, before) ?? (await enterPerson(context, asNamed(person)));
  await recordOwnPerson(tx, staffId, self && (await enter(self)));
  await forgetKin(tx, staffId);
  const relations = new Map<string, string>();
  for (const { relation, ...person } of kin) relations.set(await enter(person), relation);
  for (const [personId, relation] of relations) await insertKin(tx, { staffId, personId, relation });
}

/** Whoever stands on the list already keeps the entry. */
function sameAs(person: DeclaredPerson, before: readonly OwnPerson[]): string | undefined {
  const isSame = (one: OwnPerson) =>
    one.fullName === person.fullName && one.kind === person.kind && one.country === person.country && one.number === person.number;
  return before.find(isSame)?.personId;
}

function asNamed({ fullName, bornOn, kind, number, country }: DeclaredPerson) {
  return { kind: 'person', fullName, bornOn, bornText: null, sex: null, paper: { kind, number, country } } as const;
}
