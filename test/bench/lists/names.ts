import { type Random } from './random';

/** Families by their share in the province (per cent), and given names by their weight: made-up people, real diacritics. */
const FAMILIES = weigh(
  'Nguyễn:320, Trần:92, Lê:76, Hoàng:45, Phạm:43, Hồ:42, Phan:39, Võ:22, Bùi:21, Đặng:21, Ngô:18, Trương:18, Cao:16, Đinh:12, Thái:12, Đậu:11, Dương:7, Chu:7, Đào:6, Trịnh:6, Hà:6, Mai:5, Lương:5, Kiều:4, Tôn:3, Từ:3, Nghiêm:2, Khổng:1',
);
const MIDDLES = {
  m: weigh(
    'Văn:145, Minh:106, Thanh:68, Hoàng:59, Quốc:56, Ngọc:53, Đức:46, Hữu:42, Quang:40, Xuân:28, Đình:28, Công:27, Trọng:22, Bá:15, Viết:12, Sỹ:10',
  ),
  f: weigh(
    'Thị:420, Thị Thu:60, Thị Hồng:55, Ngọc:50, Thị Thanh:48, Thị Mỹ:30, Thùy:28, Thị Kim:26, Hoài:20, Diệu:14, Khánh:14, Thị Như:12, Bảo:10',
  ),
};
const GIVEN = {
  m: weigh(
    'Huy:46, Tuấn:31, Đạt:31, Duy:31, Hiếu:31, Anh:28, Minh:27, Nam:27, Long:23, Phúc:22, Hoàng:22, Khoa:20, Đức:20, Tiến:20, Trung:20, Thành:19, Sơn:19, Dũng:18, Hải:17, Hòa:16, Bình:15, Thắng:15, Tú:13, Khôi:12, Lộc:10, Quý:9, Việt:9, Chiến:8, Hưng:14, Nghĩa:12, Tý:2, Thìn:2',
  ),
  f: weigh(
    'Linh:34, Trang:32, Hương:31, Anh:31, Thảo:30, Ngân:25, Vy:24, Hà:23, Quỳnh:22, Nhung:20, Thương:20, Yến:19, Hằng:19, Huyền:18, Lan:17, Nga:16, Dung:15, Tuyết:13, Phượng:13, Oanh:12, Hoa:12, Loan:11, Ánh:9, Ấm:2, Chín:2, Bảy:2, Mùi:2',
  ),
};

export function fullName(random: Random): string {
  const sex = random.number() < 0.5 ? 'm' : 'f';
  return `${random.among(FAMILIES)} ${random.among(MIDDLES[sex])} ${random.among(GIVEN[sex])}`;
}

/** What a clerk types for a name: mostly the whole of it, often without diacritics, sometimes only its end, now and then its common beginning. */
export function typedFor(name: string, random: Random): string {
  const words = name.split(' ');
  const kind = random.number();
  const text = kind < 0.75 ? name : kind < 0.95 ? words.slice(-2).join(' ') : words.slice(0, 2).join(' ');
  return random.number() < 0.6 ? bare(text) : text;
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

function weigh(list: string): readonly (readonly [string, number])[] {
  return list.split(', ').map((pair) => {
    const [name = '', weight] = pair.split(':');
    return [name, Number(weight)] as const;
  });
}
