import { type PostalEvent, type PostalGateway, type PostalOrder, FIRST_TRACKING_ID } from '../../server/gateways/post/postal-gateway';

export function orderOf(orderNumber: string, codDong = 0): PostalOrder {
  return {
    orderNumber,
    sender: { name: 'Trung tâm PVHCC xã', address: '1 Trần Phú', phone: '02393000000', provinceCode: '42' },
    receiver: { name: 'Nguyễn Thị Ấm', address: 'Thôn 3', phone: '0912345678', provinceCode: '42', email: 'am@example.com' },
    contents: 'Trích lục khai sinh (01 bản)',
    note: 'Trả kết quả',
    codDong,
  };
}

/** A clock that stands still until it is moved. */
export function openClock(start: string) {
  let at = new Date(start);
  return {
    now: () => at,
    pass: (hours: number) => {
      at = new Date(at.getTime() + hours * 3_600_000);
    },
  };
}

/** Reads the whole feed, page by page. */
export async function trackAll(
  post: PostalGateway,
  from = FIRST_TRACKING_ID,
): Promise<{ events: PostalEvent[]; lastId: string; pages: number }> {
  const events: PostalEvent[] = [];
  let lastId = from;
  for (let pages = 1; ; pages++) {
    const page = await post.track(lastId);
    if (page.outcome !== 'accepted') throw new Error(page.why);
    events.push(...page.events);
    lastId = page.lastId;
    if (!page.mayHaveMore) return { events, lastId, pages };
  }
}
