/** An invented procedure in the neutral shape; nothing here is a real one. */
export const SOUND = {
  code: '9.000101',
  name: 'Cấp giấy trồng cây bóng mát',
  field: 'Cây xanh',
  ministry: 'Bộ Tư pháp',
  kind: 'TTHC không được luật giao cho địa phương quy định',
  levelsStated: ['province'],
  levelsJudged: ['province'],
  bodies: ['Sở Tư Pháp các tỉnh, thành phố'],
  bodyKinds: ['province'],
  bodySource: 'list',
  targets: ['Công dân Việt Nam'],
  decision: '12/QĐ-BTP',
  channels: [
    {
      channel: 'direct',
      time: { value: 5, unit: 'working-day', text: '5 Ngày làm việc' },
      fees: [{ amount: 0, unit: 'VND', text: 'Miễn phí' }],
    },
    {
      channel: 'post',
      time: { value: 5, unit: 'working-day', text: '5 Ngày làm việc' },
      fees: [{ amount: 30_000, unit: 'VND', text: '30000 Đồng' }],
    },
  ],
  components: [
    {
      case: null,
      items: [
        { name: 'Đơn xin trồng cây', form: 'Mau don.docx', original: 1, copy: 0 },
        { name: 'Sơ đồ khu đất', original: 0, copy: 2 },
        { name: 'Chỉ nộp khi đất có tranh chấp', original: 0, copy: 0 },
      ],
    },
  ],
  results: [{ name: 'Giấy trồng cây', code: 'KQ.G15.000999' }],
  legalBases: [{ number: '11/2031/QH19', name: 'Luật Cây xanh' }],
  requirements: null,
  onlineForm: 'province',
  stepsChars: 120,
  doubts: [],
};

export function lineOf(changes: object = {}): string {
  return JSON.stringify({ ...SOUND, ...changes });
}
