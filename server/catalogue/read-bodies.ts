import { type Finding, finding, findingWith } from './finding';
import { bodyKindsOf } from './judge-bodies';
import { type ProcedureRecord } from './record';
import { oneLine, said } from './repair-text';
import { splitList } from './split-list';

type Bodies = Pick<ProcedureRecord, 'bodies' | 'bodiesAsWritten' | 'bodyKinds' | 'bodySource'>;

/**
 * The place that a ministry's clerk left in the name of a provincial body. "Sở
 * Tài chính các tỉnh, thành phố" and a body of a ministry name none; "Công an
 * tỉnh" keeps the word that tells its level.
 */
const OFFICE = /^((?:Sở|Phòng|Chi cục) .+?)(?:\s*[-–])?\s+(?:(?:[Tt]ỉnh\s+|[Tt]hành phố\s+|TP\.?\s?)\p{Lu}.*|An Giang)$/u;
const PROVINCE = /^(Công an|Ủy ban nhân dân|Hội đồng nhân dân) (?:[Tt]ỉnh|[Tt]hành phố) \p{Lu}.*$/u;

/**
 * The implementing bodies from two sources: the portal's own list of codes and
 * the page. The list is trusted first; one source stands in for the other, and
 * both empty is for a person to clear.
 */
export function readBodies(onPage: string, listed: readonly string[] | undefined): Bodies & { findings: Finding[] } {
  const fromPage = splitList(said(onPage) ?? '');
  const fromList = listed?.map((body) => oneLine(body)) ?? [];
  const written = fromList.length > 0 ? fromList : fromPage;
  const bodies = written.map((body) => body.replace(PROVINCE, '$1 tỉnh').replace(OFFICE, '$1'));
  const isRenamed = bodies.some((body, at) => body !== written[at]);
  const findings = sourcesDisagree(fromPage, fromList);
  if (isRenamed) findings.push(finding('body-names-another-province', 'bodies', written.join('; ')));
  return {
    bodies,
    bodiesAsWritten: isRenamed ? written : null,
    bodyKinds: bodyKindsOf(bodies),
    bodySource: written.length === 0 ? null : fromList.length > 0 ? 'list' : 'page',
    findings,
  };
}

function sourcesDisagree(fromPage: readonly string[], fromList: readonly string[]): Finding[] {
  const other = fromPage.length + fromList.length === 0 ? 'warn' : 'repair';
  if (fromPage.length === 0 || fromList.length === 0)
    return [
      ...(fromPage.length === 0 ? [findingWith(other, 'body-unknown-on-page', 'bodies')] : []),
      ...(fromList.length === 0 ? [findingWith(other, 'body-unknown-in-list', 'bodies')] : []),
    ];
  const isSame = [...new Set(fromPage)].sort().join('|') === [...new Set(fromList)].sort().join('|');
  return isSame ? [] : [finding('body-differs-page-list', 'bodies', fromPage.join('; '))];
}
