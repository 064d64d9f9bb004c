/** Why a running dossier cannot move to another version of its diagram. `{what}` is the element. */
export const migrationReasons = {
  'mapping-unknown': { vi: 'phiên bản mới không có phần tử {what}', en: 'the new version has no element {what}' },
  'element-gone': { vi: 'phiên bản mới không còn {what}, nơi hồ sơ đang ở', en: 'the new version lacks {what}, where the dossier is' },
  'element-changed': { vi: '{what} đã đổi loại', en: '{what} has become another kind of element' },
  'element-moved': { vi: '{what} đã chuyển sang tiến trình khác', en: '{what} has moved to another sub-process' },
  'instances-changed': { vi: 'số bản của {what} đã đổi', en: 'the instances of {what} have changed' },
  'boundary-changed': {
    vi: 'sự kiện gắn trên {what} đã thêm, bớt hoặc đổi; đồng hồ mới sẽ không chạy cho hồ sơ này',
    en: 'an event on {what} was added, removed or changed; a new clock would not run for this dossier',
  },
  'branches-changed': { vi: 'các nhánh vào hoặc ra của {what} đã đổi', en: 'the branches of {what} have changed' },
  'cannot-recover': { vi: 'vị trí của hồ sơ không đọc được theo phiên bản mới', en: 'the position cannot be read by the new version' },
  'waits-differ': { vi: 'các việc đang chờ sẽ khác đi', en: 'the open waits would not be the same' },
  'walk-stops': { vi: 'đi thử từ vị trí này thì dừng lại ở {what}', en: 'a trial walk from this position stops at {what}' },
  'never-ends': { vi: 'đi thử từ vị trí này không đến được kết thúc', en: 'trial walks from this position never end' },
} as const satisfies Record<string, { vi: string; en: string }>;

export type MigrationReason = keyof typeof migrationReasons;
