import { type PageParts } from './cut-page';
import { type Finding, finding } from './finding';
import { type ProcedureRecord } from './record';
import { cutAt, oneLine, said } from './repair-text';
import { splitList } from './split-list';

type Heading = Pick<
  ProcedureRecord,
  | 'name'
  | 'field'
  | 'kind'
  | 'decision'
  | 'levelsStated'
  | 'targets'
  | 'competentBody'
  | 'coordinatingBodies'
  | 'authorisedBody'
  | 'intakeAddress'
>;

const LEVELS: readonly (readonly [string, ProcedureRecord['levelsStated'][number]])[] = [
  ['Cấp bộ', 'ministry'],
  ['Cấp tỉnh', 'province'],
  ['Cấp xã', 'commune'],
  ['Cơ quan khác', 'other'],
];

/** The first lines of a page: name, field, kind, decision, stated levels, who may apply, and who is named beside the implementing bodies. */
export function readHeading(parts: PageParts): Heading & { findings: Finding[] } {
  const level = oneLine(parts.level);
  return {
    name: oneLine(parts.name),
    field: oneLine(parts.field),
    kind: said(parts.kind),
    decision: said(parts.decision),
    levelsStated: LEVELS.filter(([label]) => level.includes(label)).map(([, stated]) => stated),
    targets: splitList(said(parts.targets) ?? ''),
    competentBody: said(parts.competentBody),
    coordinatingBodies: said(parts.coordinatingBodies),
    authorisedBody: said(parts.authorisedBody),
    intakeAddress: addressOf(parts.intakeAddress),
    findings: headingFindings(parts),
  };
}

/** An address is cut at 500 letters: what follows is never an address any more. */
function addressOf(text: string): string | null {
  const plain = said(text);
  return plain === null ? null : cutAt(plain, 500).text;
}

function headingFindings(parts: PageParts): Finding[] {
  return /\S\s*\n\s*\S/u.test(parts.name) ? [finding('name-with-line-break', 'name')] : [];
}
