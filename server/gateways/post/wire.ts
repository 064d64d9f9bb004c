import { z } from 'zod';
import { type PostalEvent, type PostalEventKind, type PostalOrder, type TrackingPage } from './postal-gateway';

/** The post's codes, with the one meaning that is sure. All others are configuration, as the post publishes no list. */
export type StatusKinds = Readonly<Record<string, PostalEventKind>>;

export const KNOWN_STATUS_KINDS: StatusKinds = { '4': 'delivered' };

const code = z.union([z.string().min(1), z.number().int()]).transform(String);
const some = <Shape extends z.ZodType>(shape: Shape) =>
  shape
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);

export const WireToken = z.object({ access_token: z.string().min(1), token_type: some(z.string()) });

/** 100 is done, 101 already there; anything else is a no with its words. */
export const WireResult = z.object({ status: code, message: some(z.string()) });

export const WireTracking = z.object({ status: code, message: some(z.string()), data: some(z.array(z.unknown())) });

/** Id, number and code are what the post always gives; the rest where it gives it. A wrong extra is dropped, not the line. */
const WireEvent = z.object({
  id: z.string().regex(/^[0-9a-f]{24}$/i),
  orderNumber: z.string().min(1),
  statusCode: code,
  statusMessage: some(z.string()),
  statusTime: some(z.iso.datetime({ offset: true })),
  attempt: some(z.number().int().positive()),
  reason: some(z.string()),
  codAmount: some(z.number().int().nonnegative()),
  receivedBy: some(z.string()),
});

/** A line of the feed as the post would write it; used by the simulator. */
export type WireEventSource = z.input<typeof WireEvent>;

export const WireOrder = z.object({
  customerCode: z.string().min(1),
  orderNumber: z.string().min(1),
  codAmount: z.number().int().nonnegative(),
  senderProvince: z.string().min(1),
  senderDistrict: z.string().optional(),
  senderAddress: z.string().min(1),
  senderName: z.string().min(1),
  senderEmail: z.string().optional(),
  senderTel: z.string().min(1),
  senderDesc: z.string(),
  description: z.string(),
  receiverName: z.string().min(1),
  receiverAddress: z.string().min(1),
  receiverTel: z.string().min(1),
  receiverProvince: z.string().min(1),
  receiverDistrict: z.string().optional(),
  receiverEmail: z.string().optional(),
});

export function toWireOrder({ orderNumber, sender, receiver, contents, note, codDong }: PostalOrder, customerCode: string) {
  return {
    customerCode,
    orderNumber,
    codAmount: codDong,
    senderProvince: sender.provinceCode,
    ...(sender.districtCode !== undefined && { senderDistrict: sender.districtCode }),
    senderAddress: sender.address,
    senderName: sender.name,
    ...(sender.email !== undefined && { senderEmail: sender.email }),
    senderTel: sender.phone,
    senderDesc: contents,
    description: note,
    receiverName: receiver.name,
    receiverAddress: receiver.address,
    receiverTel: receiver.phone,
    receiverProvince: receiver.provinceCode,
    ...(receiver.districtCode !== undefined && { receiverDistrict: receiver.districtCode }),
    ...(receiver.email !== undefined && { receiverEmail: receiver.email }),
  };
}

export function fromWireOrder(wire: z.output<typeof WireOrder>): PostalOrder {
  const party = (name: string, address: string, phone: string, provinceCode: string, districtCode?: string, email?: string) => ({
    name,
    address,
    phone,
    provinceCode,
    ...(districtCode !== undefined && { districtCode }),
    ...(email !== undefined && { email }),
  });
  return {
    orderNumber: wire.orderNumber,
    sender: party(wire.senderName, wire.senderAddress, wire.senderTel, wire.senderProvince, wire.senderDistrict, wire.senderEmail),
    receiver: party(
      wire.receiverName,
      wire.receiverAddress,
      wire.receiverTel,
      wire.receiverProvince,
      wire.receiverDistrict,
      wire.receiverEmail,
    ),
    contents: wire.senderDesc,
    note: wire.description,
    codDong: wire.codAmount,
  };
}

/**
 * A page of the feed. One line that cannot be read must not stop all that
 * follow: it is counted and passed over, and so is the place behind it.
 */
export function fromWireTracking(lines: readonly unknown[], lastId: string, pageSize: number, kinds: StatusKinds): TrackingPage {
  const events: PostalEvent[] = [];
  let last = lastId;
  for (const line of lines) {
    const parsed = WireEvent.safeParse(line);
    last = idOf(line) ?? last;
    if (parsed.success) events.push(eventOf(parsed.data, kinds));
  }
  return { events, lastId: last, mayHaveMore: lines.length >= pageSize && last !== lastId, unreadable: lines.length - events.length };
}

function eventOf(wire: z.output<typeof WireEvent>, kinds: StatusKinds): PostalEvent {
  return {
    eventId: wire.id.toLowerCase(),
    orderNumber: wire.orderNumber,
    kind: (Object.hasOwn(kinds, wire.statusCode) ? kinds[wire.statusCode] : undefined) ?? 'other',
    attempt: wire.attempt ?? 1,
    ...(wire.statusTime !== undefined && { happenedAt: new Date(wire.statusTime) }),
    ...(wire.reason !== undefined && { reason: wire.reason }),
    ...(wire.codAmount !== undefined && { collectedDong: wire.codAmount }),
    ...(wire.receivedBy !== undefined && { receivedBy: wire.receivedBy }),
    statusCode: wire.statusCode,
    statusMessage: wire.statusMessage ?? '',
  };
}

function idOf(line: unknown): string | undefined {
  const id = (line as { id?: unknown } | null)?.id;
  return typeof id === 'string' && /^[0-9a-f]{24}$/i.test(id) ? id.toLowerCase() : undefined;
}
