import { type Finding, finding } from './finding';
import { type Level, type ProcedureRecord } from './record';

type StatedLevel = ProcedureRecord['levelsStated'][number];

/** What kind of body a name is, first match first; the abolished district level is no level any more. */
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/tòa án/u, ['court']],
  [/công an (cấp )?(huyện|quận)/u, ['police-district(abolished)']],
  [/^phòng tư pháp|cấp huyện|(ubnd|ủy ban nhân dân) huyện/u, ['district(abolished)']],
  [/công an (cấp )?(xã|phường)/u, ['police-commune']],
  [/công an (cấp )?tỉnh|^phòng (quản lý )?xuất nhập cảnh|^phòng cảnh sát/u, ['police-province']],
  [/^cơ quan quản lý cơ sở dữ liệu hộ tịch|quản lý sổ gốc/u, ['province', 'commune']],
  [/bảo hiểm xã hội|bhxh|kho bạc|^thuế|^chi cục (thuế|hải quan)|hải quan|^cảng vụ|ngân hàng nhà nước khu vực/u, ['vertical']],
  [/^ngân hàng nhà nước việt nam|^cục |^bộ (?!phận)|^cơ quan đại diện có thẩm quyền|^thủ tướng/u, ['ministry']],
  [/cấp xã|nhân dân xã|ubnd xã/u, ['commune']],
  [/ban qlda|^văn phòng ban chỉ đạo/u, ['other']],
  [
    /tỉnh|(^|(?<!cơ)\s)sở\s|^chi cục|đăng ký đất đai|^(giám đốc )?trung tâm (hành chính công|trợ giúp pháp lý)|trợ giúp pháp lý$/u,
    ['province'],
  ],
  [/^ban quản lý .*(khu công nghiệp|khu kinh tế|khu công nghệ cao|khu chế xuất)/u, ['province']],
];
const LOCAL: Readonly<Record<string, Level>> = {
  province: 'province',
  'police-province': 'province',
  commune: 'commune',
  'police-commune': 'commune',
};

/** The kinds of these bodies, each once, in their order. */
export function bodyKindsOf(bodies: readonly string[]): string[] {
  return [...new Set(bodies.flatMap((body) => kindOf(body)))];
}

/**
 * The levels at which a procedure is handled in the province. The body is
 * trusted, the label of the page only where no body tells: 94 customs
 * procedures are labelled "Cấp xã".
 */
export function judgeLevels(stated: readonly StatedLevel[], kinds: readonly string[]): { levels: Level[]; findings: Finding[] } {
  const local = (['province', 'commune'] as const).filter((level) => kinds.some((kind) => LOCAL[kind] === level));
  const labelled = (['province', 'commune'] as const).filter((level) => stated.includes(level));
  const isTold = local.length > 0 || kinds.some((kind) => kind !== 'other' && !kind.endsWith('(abolished)'));
  if (!isTold) return { levels: labelled, findings: kinds.length > 0 ? [finding('level-from-label-only', 'levelsJudged')] : [] };
  const isSame = local.join() === labelled.join();
  return { levels: local, findings: isSame ? [] : [finding('level-stated-differs-from-body', 'levelsJudged')] };
}

function kindOf(body: string): readonly string[] {
  const plain = body.toLowerCase().replaceAll('uỷ', 'ủy').normalize('NFC');
  return KINDS.find(([pattern]) => pattern.test(plain))?.[1] ?? ['other'];
}
