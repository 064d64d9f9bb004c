import { localDateOf } from '../../domain/local-time';
import { type PlainDate } from '../../domain/plain-date';
import { listAgenciesOn, successorsOfAll } from '../../store/agencies';
import { type AgencyRow } from '../../store/models/agency';
import { type Reader } from '../reader';

export type ListedAgency = AgencyRow & {
  parentCode: string | null;
  centreCode: string | null;
  successors: { code: string; name: string; part: string | null }[];
};

/** The bodies that exist on a day (today unless one is named), each with its parent, its centre, and who has taken over since. */
export async function listAgencies(
  { tx, now }: Pick<Reader, 'tx' | 'now'>,
  { onDate = localDateOf(now) }: { onDate?: string | undefined },
): Promise<{ onDate: PlainDate; agencies: ListedAgency[] }> {
  const agencies = await listAgenciesOn(tx, onDate);
  const codes = new Map(agencies.map(({ id, code }) => [id as number, code]));
  const ended = agencies.filter(({ validToOn }) => validToOn !== null).map(({ id }) => id as number);
  const successors = await successorsOfAll(tx, ended);
  const codeOf = (id: number | null) => (id === null ? null : (codes.get(id) ?? null));
  return {
    onDate: onDate as PlainDate,
    agencies: agencies.map((agency) => ({
      ...agency,
      parentCode: codeOf(agency.parentId),
      centreCode: codeOf(agency.centreId),
      successors: successors.filter(({ formerId }) => formerId === agency.id).map(({ code, name, part }) => ({ code, name, part })),
    })),
  };
}
