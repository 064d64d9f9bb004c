/** Ministries by the folder that their pages were collected in. */
const MINISTRIES: Readonly<Record<string, string>> = {
  'bo-cong-an': 'Bộ Công an',
  'bo-nong-nghiep-mt': 'Bộ Nông nghiệp và Môi trường',
  'bo-tai-chinh': 'Bộ Tài chính',
  'bo-tu-phap': 'Bộ Tư pháp',
  'bo-xay-dung': 'Bộ Xây dựng',
  'ngan-hang-nha-nuoc': 'Ngân hàng Nhà nước Việt Nam',
  'toa-an-nhan-dan': 'Tòa án nhân dân',
};

/** Where a page was stored: under which code it was asked for, and by which ministry's folder. */
export interface PageFile {
  readonly code: string;
  readonly ministry: string | null;
}

/** Reads a path such as `bo-tu-phap/1.001193.json` or `bo-tu-phap__1.001193.json`; undefined where it names no code. */
export function pageFileOf(path: string): PageFile | undefined {
  const found = /(?:^|\/)(?:([a-z-]+)(?:__|\/))?(\d\.\d{6})\.json$/u.exec(path);
  return found ? { code: found[2]!, ministry: MINISTRIES[found[1] ?? ''] ?? null } : undefined;
}
