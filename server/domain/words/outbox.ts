import { type Words } from './words';

/** What stands at an entry of the outbox that no gateway of this installation takes. */
export const NO_WAY_OUT = 'no-way-out';

const MISSING: Readonly<Record<string, Words>> = {
  'postal-order': {
    vi: 'Chưa cấu hình cổng bưu chính (POST_GATEWAY). Phiếu gửi chờ ở đây và được chuyển đi khi có cổng.',
    en: 'No postal gateway is configured (POST_GATEWAY). The orders wait here and leave once there is one.',
  },
};

/** Why nothing of this topic leaves, as an administrator reads it. */
export function whyNoWayOut(topic: string): Words {
  return (
    MISSING[topic] ?? {
      vi: 'Không bộ phận nào của phần mềm đang chạy nhận loại việc này. Việc chờ ở đây và được làm khi có.',
      en: 'No part of the running program takes entries of this kind. They wait here until one does.',
    }
  );
}
