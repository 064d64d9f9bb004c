import { type Outcome } from '../outcome';

/** Province and district in the post's own codes; the post no longer has districts, its interface may. */
export type PostalParty = { name: string; address: string; phone: string; provinceCode: string; districtCode?: string; email?: string };

/**
 * One envelope on its way, in one direction. `orderNumber` is its identity with
 * the post: the dossier code for a returned result, the dossier code with `__` and
 * something random for papers that are collected at home, as the post's interface
 * is used by the older one-stop systems. Sending it twice makes one order.
 */
export type PostalOrder = {
  orderNumber: string;
  sender: PostalParty;
  receiver: PostalParty;
  /** The list of papers, as on the Phiếu gửi (TT 17/2017/TT-BTTTT Art. 9). */
  contents: string;
  note: string;
  /** Cash that the postman collects at the door; 0 where nothing is due. */
  codDong: number;
};

export const POSTAL_EVENT_KINDS = [
  'registered',
  'picked-up',
  'in-transit',
  'out-for-delivery',
  'delivered',
  'delivery-failed',
  'cod-collected',
  'returning',
  'returned',
  'cancelled',
  'lost',
  'other',
] as const;

export type PostalEventKind = (typeof POSTAL_EVENT_KINDS)[number];

/**
 * What the carrier says has happened. It may say it late, twice or out of order:
 * order is by `happenedAt`, identity by (orderNumber, kind, attempt).
 */
export type PostalEvent = {
  /** The carrier's own id of this line of its feed; a repeat has another. */
  eventId: string;
  orderNumber: string;
  kind: PostalEventKind;
  /** Counts tries at the door from 1; 1 for what is no try. */
  attempt: number;
  /** Absent where the carrier gives no time: then only when we heard of it is known. */
  happenedAt?: Date;
  reason?: string;
  collectedDong?: number;
  receivedBy?: string;
  statusCode: string;
  statusMessage: string;
};

export type TrackingPage = {
  events: PostalEvent[];
  /** Give it to the next call; equal to the one given when nothing is new. */
  lastId: string;
  /** The page was full: ask again at once. */
  mayHaveMore: boolean;
  /** Lines that could not be read and were passed over: a person must look. */
  unreadable: number;
};

/** The `lastId` of the very first call. */
export const FIRST_TRACKING_ID = '0'.repeat(24);

/** The public postal service (QĐ 45/2016/QĐ-TTg), seen from the office. */
export interface PostalGateway {
  /** `isRepeat`: the post had this order already. */
  placeOrder(order: PostalOrder): Promise<Outcome<{ isRepeat: boolean }>>;
  track(lastId: string): Promise<Outcome<TrackingPage>>;
  /** Refused once the envelope has reached somebody. */
  cancel(orderNumber: string): Promise<Outcome>;
}
