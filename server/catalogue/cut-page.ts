/** The parts of a page, each as it was collected: glued, with its line ends, not yet repaired. */
export interface PageParts {
  readonly name: string;
  readonly code: string;
  readonly decision: string;
  readonly level: string;
  readonly kind: string;
  readonly field: string;
  readonly targets: string;
  readonly competentBody: string;
  readonly intakeAddress: string;
  readonly authorisedBody: string;
  readonly coordinatingBodies: string;
  readonly steps: string;
  readonly channels: string;
  readonly components: string;
  readonly legalBases: string;
  readonly bodies: string;
  readonly requirements: string;
  readonly results: string;
  /** The page's buttons: where an application may be handed in online. */
  readonly buttons: string;
}

const NOT_SAID = 'Không có thông tin';
/** In the order of the page. A heading may also occur inside a text, so that most are found by what always follows them. */
const HEADINGS: readonly (readonly [keyof PageParts | 'related' | 'keywords', RegExp])[] = [
  ['name', /Tên thủ tục/gu],
  ['code', /Mã thủ tục(?=\s*\d\.\d{6})/gu],
  ['decision', /Số quyết định/gu],
  ['level', /Cấp thực hiện/gu],
  ['kind', /Loại thủ tục/gu],
  ['field', /Lĩnh vực/gu],
  ['targets', /Đối tượng thực hiện/gu],
  ['competentBody', /Cơ quan có thẩm quyền/gu],
  ['intakeAddress', /Địa chỉ tiếp nhận HS/gu],
  ['authorisedBody', /Cơ quan được ủy quyền/gu],
  ['coordinatingBodies', /Cơ quan phối hợp/gu],
  ['related', /Thủ tục hành chính liên quan/gu],
  ['steps', /Trình Tự Thực Hiện/gu],
  ['channels', new RegExp(`Cách Thức Thực Hiện(?=Hình thức nộp|${NOT_SAID})`, 'gu')],
  ['components', /Thành phần hồ sơ(?!\s*[,.;:)]|\s+\p{Ll})/gu],
  ['legalBases', new RegExp(`Căn cứ pháp lý(?=Tên văn bản pháp lý|${NOT_SAID})`, 'gu')],
  ['bodies', /Cơ quan thực hiện(?!\s*[,.;:)]|\s+\p{Ll})/gu],
  ['requirements', /Yêu cầu, điều kiện thực hiện/gu],
];

/**
 * Cuts the whole text of a page again, because the collector's own fields are
 * cut in the wrong place wherever a heading occurs inside a text. Undefined
 * where the headings of a procedure are not all there.
 */
export function cutPage(rawText: string): PageParts | undefined {
  const text = rawText.normalize('NFC');
  const starts: { key: string; from: number; to: number }[] = [];
  let at = 0;
  for (const [key, heading] of HEADINGS) {
    heading.lastIndex = at;
    const found = heading.exec(text);
    if (!found) return undefined;
    starts.push({ key, from: found.index, to: heading.lastIndex });
    at = heading.lastIndex;
  }
  const { from: end, ...tail } = cutTail(text, at);
  const parts = starts.map(({ key, to }, order) => [key, text.slice(to, starts[order + 1]?.from ?? end)] as const);
  return { ...(Object.fromEntries(parts) as Omit<PageParts, keyof typeof tail>), ...tail };
}

/** Results, keywords and buttons; a page without a result has no heading for it, and then the requirements end at the keywords. */
function cutTail(text: string, from: number): { from: number; results: string; buttons: string } {
  const results = text.lastIndexOf('Kết quả xử lý');
  const keywords = text.indexOf('Từ khóa', Math.max(results, from));
  const buttons = keywords < 0 ? -1 : text.indexOf('Chọn cơ quan thực hiện', keywords);
  const end = keywords < 0 ? text.length : keywords;
  const isThere = results >= from && results < end;
  return {
    from: isThere ? results : end,
    results: isThere ? text.slice(results + 'Kết quả xử lý'.length, end) : '',
    buttons: buttons < 0 ? '' : text.slice(buttons),
  };
}
