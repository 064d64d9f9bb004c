import { type ProcedureVersionContent } from '../domain/procedure';
import { type ProcedureRecord } from './record';
import { type KnownBody, type Usual } from './usual';

type Competence = ProcedureVersionContent['competence'];

/**
 * Which body of this province decides, as the catalogue means it: the commune,
 * a department that it names, or the department that does the ministry's work
 * where it names the committee of the province. Undefined where none of our
 * bodies is meant: the police, a central agency.
 */
export function competenceOf(
  record: Pick<ProcedureRecord, 'levelsJudged' | 'bodies' | 'bodyKinds' | 'ministry'>,
  { bodies, usual }: { bodies: readonly KnownBody[]; usual: Pick<Usual, 'departments'> },
): Competence | undefined {
  const named = record.bodies.map((name) => bodyNamed(name, bodies)).find((code) => code !== undefined);
  if (record.bodyKinds.includes('commune')) return { kind: 'commune' };
  if (named) return { kind: 'agency', agencyCode: named };
  const ofProvince = record.bodyKinds.length === 0 ? record.levelsJudged.includes('province') : record.bodyKinds.includes('province');
  const department = ofProvince ? usual.departments[record.ministry ?? ''] : undefined;
  const code = department && bodyNamed(department, bodies);
  return code ? { kind: 'agency', agencyCode: code } : undefined;
}

/** "Sở Tài chính các tỉnh, thành phố", "Sở Tư Pháp", "Văn phòng Sở Xây dựng" mean the body that is called so here. */
function bodyNamed(written: string, bodies: readonly KnownBody[]): string | undefined {
  const plain = ` ${plainName(written)} `;
  return bodies
    .map(({ code, name }) => ({ code, plain: plainName(name) }))
    .sort((one, other) => other.plain.length - one.plain.length)
    .find((body) => plain.includes(` ${body.plain} `))?.code;
}

function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[,.;]/gu, ' ')
    .replace(/ tỉnh [\p{L} ]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
