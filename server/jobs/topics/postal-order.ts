import { type Context } from '../../casework/context';
import { noteOrderPlaced, noteOrderRefused } from '../../commands/return/note-order';
import { localDateOf } from '../../domain/local-time';
import { type PostalGateway, type PostalOrder, type PostalParty } from '../../gateways/post/postal-gateway';
import { findAgencyByAdminCode, readAgency } from '../../store/agencies';
import { readDossier } from '../../store/dossiers';
import { type PostalOrderRow } from '../../store/models/postal-order';
import { readPostalOrder } from '../../store/postal-orders';
import { GatewayFault } from '../gateway-fault';
import { type Topic } from '../outbox-runner';

/** How the post knows the places of the province: its own codes, which are configuration. */
export type PostalPlaces = { provinceCode: string; codeOfProvince(name: string): string | undefined; officePhone: string };

/**
 * Tells the carrier of an envelope that was handed over. The parcel's code is its
 * identity there, so that telling twice makes one order. What the carrier refuses
 * goes to a person as well as to the list of dead entries.
 */
export function postalOrderTopic({ post, places }: { post: PostalGateway; places: PostalPlaces }): Topic {
  return async (delivery) => {
    const postalOrderId = textOf(delivery.entry.payload['postalOrderId']);
    const order = await delivery.perform((context) => prepare(context, postalOrderId, places));
    const placed = await post.placeOrder(order);
    if (placed.outcome === 'accepted') {
      await delivery.finish((context) => noteOrderPlaced(context, { postalOrderId, carrierCode: order.orderNumber }));
      return;
    }
    if (placed.outcome === 'refused') await delivery.perform((context) => noteOrderRefused(context, { postalOrderId, why: placed.why }));
    throw new GatewayFault('post', placed);
  };
}

async function prepare(context: Context, postalOrderId: string, places: PostalPlaces): Promise<PostalOrder> {
  const { tx } = context;
  const order = await readPostalOrder(tx, postalOrderId);
  const { centreId } = await readDossier(tx, order.dossierId);
  const centre = await readAgency(tx, centreId);
  return {
    orderNumber: order.code,
    sender: {
      name: centre.name,
      address: centre.address ?? centre.name,
      phone: centre.phone ?? places.officePhone,
      provinceCode: places.provinceCode,
    },
    receiver: await receiverOf(context, order, places),
    contents: order.contents.map(lineOf).join('; '),
    note: 'Trả kết quả giải quyết thủ tục hành chính',
    codDong: order.cashOnDeliveryDong,
  };
}

async function receiverOf({ tx, now }: Context, { receiver }: PostalOrderRow, places: PostalPlaces): Promise<PostalParty> {
  const [province, street, communeCode] = [receiver['province'], receiver['street'], receiver['communeCode']].map(textOf) as [
    string,
    string,
    string,
  ];
  const commune = communeCode && (await findAgencyByAdminCode(tx, { adminCode: communeCode, kind: 'commune', onDate: localDateOf(now) }));
  return {
    name: textOf(receiver['receiver']),
    address: [street, ...(commune ? [commune.name.replace(/^UBND /, '')] : []), province].join(', '),
    phone: textOf(receiver['phone']),
    provinceCode: places.codeOfProvince(province) ?? places.provinceCode,
  };
}

function lineOf({ name, originals, copies }: Record<string, unknown>): string {
  const counts = [Number(originals) > 0 && `${Number(originals)} bản chính`, Number(copies) > 0 && `${Number(copies)} bản sao`].filter(
    Boolean,
  );
  return `${textOf(name)} (${counts.join(', ')})`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
