import { layPages } from '../../server/documents/layout/pages';
import { type Sheet } from '../../server/documents/layout/sheet';
import { type Block, readTemplate } from '../../server/documents/template';
import { type Scope } from '../../server/documents/text/scope';
import { widthOf } from '../../server/documents/type/faces';

const LONG = 'Hồ sơ được tiếp nhận đầy đủ, chính xác và được giải quyết đúng thời hạn theo quy định của pháp luật. ';

function pages(blocks: Block[], scope: Scope = {}): Sheet[] {
  const template = readTemplate({
    key: 'trial',
    version: 1,
    editions: [{ from: '2018-06-21', title: 'Thử', source: 'Thử' }],
    page: { size: 'A5', top: 10, right: 10, bottom: 10, left: 10 },
    text: { size: 10, leading: 1.3, after: 1 },
    blocks,
  });
  return layPages(template, scope);
}

function words({ marks }: Sheet): string {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join('|');
}

const table: Block = {
  kind: 'table',
  rows: 'papers',
  head: [
    [
      { text: 'TT', down: 2 },
      { text: 'Giấy tờ', down: 2 },
      { text: 'Số lượng', span: 2 },
    ],
    [{ text: 'Chính' }, { text: 'Sao' }],
  ],
  columns: [
    { width: 1, text: '{{n}}' },
    { width: 6, text: '{{row.name}}' },
    { width: 1, text: '1' },
    { width: 1, text: '0' },
  ],
};

describe('pages', () => {
  test('draw the head of a table again on every page, and each row once, in order', () => {
    const papers = Array.from({ length: 70 }, (_, at) => ({ name: `giấy ${at + 1}.` }));
    const sheets = pages([{ kind: 'p', text: 'Danh sách' }, table], { papers });
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets) expect(words(sheet).match(/Giấy tờ\|Số lượng/g)).toHaveLength(1);
    const drawn = sheets.flatMap((sheet) => [...words(sheet).matchAll(/giấy (\d+)\./g)].map((found) => Number(found[1])));
    expect(drawn).toEqual(papers.map((_, at) => at + 1));
  });

  test('keep everything between the margins', () => {
    const papers = Array.from({ length: 9 }, (_, at) => ({ name: LONG.repeat(at * 3 + 1) }));
    const sheets = pages([{ kind: 'p', text: '{{text}}', align: 'justify' }, table], { papers, text: LONG.repeat(40) });
    const edge = (10 * 72) / 25.4 - 0.1;
    for (const { marks, width, height } of sheets) {
      for (const mark of marks.filter((one) => one.kind === 'text' && !/^\d+$/.test(one.text))) {
        if (mark.kind !== 'text') continue;
        const spaces = mark.text.split(' ').length - 1;
        expect(mark.x).toBeGreaterThan(edge);
        expect(mark.x + widthOf(mark.text, mark.face, mark.size) + spaces * mark.stretch).toBeLessThan(width - edge);
        expect(mark.y).toBeLessThan(height - edge);
      }
    }
  });

  test('are numbered from the second on', () => {
    const [first, second, third] = pages([{ kind: 'p', text: '{{text}}' }], { text: LONG.repeat(80) });
    expect(words(first!)).not.toMatch(/\|1$/);
    expect(words(second!)).toMatch(/\|2$/);
    expect(words(third!)).toMatch(/\|3$/);
  });

  test('never leave a heading or a signature alone', () => {
    const filler: Block = { kind: 'p', text: 'x', after: 0 };
    for (let lines = 20; lines < 60; lines += 1) {
      const blocks: Block[] = [
        ...Array.from({ length: lines }, () => filler),
        { kind: 'p', text: 'Tiêu đề', keepsNext: true },
        table,
        {
          kind: 'keep',
          blocks: [
            { kind: 'p', text: 'GIÁM ĐỐC' },
            { kind: 'space', height: 25 },
            { kind: 'p', text: 'Tên' },
          ],
        },
      ];
      const texts = pages(blocks, { papers: [{ name: 'một' }] }).map(words);
      expect(texts.find((text) => text.includes('Tiêu đề'))).toContain('một');
      expect(texts.find((text) => text.includes('GIÁM ĐỐC'))).toContain('Tên');
    }
  });

  test('cut a word that is wider than the line, behind a slash or hyphen where there is one', () => {
    const text = words(pages([{ kind: 'p', text: `https://${'dichvucong-'.repeat(12)}${'x'.repeat(90)}` }])[0]!);
    expect(text).toMatch(/-\|/);
    expect(text.replaceAll('|', '')).toBe(`https://${'dichvucong-'.repeat(12)}${'x'.repeat(90)}`);
  });

  test('refuse a piece that no page can hold', () => {
    expect(() => pages([{ kind: 'keep', blocks: [{ kind: 'p', text: '{{text}}' }] }], { text: LONG.repeat(80) })).toThrow('taller');
  });
});

describe('lines', () => {
  test('stretch to both edges, but not the last and not one with too few words', () => {
    const [sheet] = pages([{ kind: 'p', text: `${LONG.repeat(3)}\n${'m'.repeat(30)} ${'n'.repeat(60)}`, align: 'justify' }]);
    const stretches = sheet!.marks.map((mark) => (mark.kind === 'text' ? mark.stretch : 0));
    expect(stretches.slice(0, 3).every((stretch) => stretch > 0)).toBe(true);
    expect(stretches.at(-1)).toBe(0);
    expect(stretches.at(-2)).toBe(0);
  });

  test('in the middle of a page are of even length', () => {
    const [sheet] = pages([
      { kind: 'p', text: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ THẠCH HÀ TỈNH HÀ TĨNH VÀ NHIỀU NƠI KHÁC', align: 'center', size: 12 },
    ]);
    const widths = sheet!.marks.map((mark) => (mark.kind === 'text' ? widthOf(mark.text, mark.face, mark.size) : 0));
    expect(widths).toHaveLength(2);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.75);
  });
});

describe('places to sign', () => {
  test('put the seal over the left third of the leader’s signature, at its middle height', () => {
    const [sheet] = pages([{ kind: 'sign', anchor: 'leader', width: 45, height: 30, seal: { size: 36 } }]);
    const [leader, agency] = sheet!.anchors.map((anchor) => anchor.rect);
    expect(agency![2]).toBeCloseTo(leader![0] + (leader![2] - leader![0]) / 3, 6);
    expect((agency![1] + agency![3]) / 2).toBeCloseTo((leader![1] + leader![3]) / 2, 6);
    expect(agency![2] - agency![0]).toBeCloseTo((36 * 72) / 25.4, 6);
  });
});
