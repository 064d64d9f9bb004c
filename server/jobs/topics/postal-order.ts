import { type Context } from '../../casework/context';
import { noteOrderPlaced, noteOrderRefused } from '../../commands/return/note-order';
import { localDateOf } from '../../domain/local-time';
import { refused } from '../../gateways/outcome';
import { type PostalGateway, type PostalOrder, type PostalParty } from '../../gateways/post/postal-gateway';
import { addressOf, contactOf, readAgency } from '../../store/agencies';
import { readDossier } from '../../store/dossiers';
import { type PostalOrderRow } from '../../store/models/postal-order';
import { postalAddressText } from '../../store/parties';
import { readPostalOrder } from '../../store/postal-orders';
import { GatewayFault } from '../gateway-fault';
import { type Topic } from '../outbox-runner';

/** How the post knows the provinces: by codes of its own, which its agreement names. `officePhone`: whom the postman calls where no body has a line of its own. */
export type PostalPlaces = { ownCode: string; codeOf(provinceName: string): string | undefined; officePhone: string };

/**
 * Tells the carrier of an envelope that was handed over. The parcel's code is its
 * identity there, so that telling twice makes one order. What the carrier refuses
 * goes to a person as well as to the list of dead entries.
 */
export function postalOrderTopic({ post, places }: { post: PostalGateway; places: PostalPlaces }): Topic {
  return async (delivery) => {
    const postalOrderId = textOf(delivery.entry.payload['postalOrderId']);
    const { order, isPlaceKnown } = await delivery.perform((context) => prepare(context, postalOrderId, places));
    // under a wrong code the parcel would go astray
    const placed = isPlaceKnown ? await post.placeOrder(order) : refused(`no province code is configured for ${order.receiver.address}`);
    if (placed.outcome === 'accepted') {
      await delivery.finish((context) => noteOrderPlaced(context, { postalOrderId, carrierCode: order.orderNumber }));
      return;
    }
    if (placed.outcome === 'refused') await delivery.perform((context) => noteOrderRefused(context, { postalOrderId, why: placed.why }));
    throw new GatewayFault('post', placed);
  };
}

async function prepare(context: Context, postalOrderId: string, places: PostalPlaces) {
  const { tx } = context;
  const order = await readPostalOrder(tx, postalOrderId);
  const { centreId } = await readDossier(tx, order.dossierId);
  const provinceCode = places.codeOf(textOf(order.receiver['province']));
  const prepared: PostalOrder = {
    orderNumber: order.code,
    sender: await senderOf(context, centreId, places),
    receiver: await receiverOf(context, order, provinceCode ?? ''),
    contents: order.contents.map(lineOf).join('; '),
    note: 'Trả kết quả giải quyết thủ tục hành chính',
    codDong: order.cashOnDeliveryDong,
  };
  return { order: prepared, isPlaceKnown: provinceCode !== undefined };
}

async function senderOf({ tx }: Context, centreId: number, places: PostalPlaces): Promise<PostalParty> {
  const { name } = await readAgency(tx, centreId);
  const { phone } = await contactOf(tx, centreId);
  return { name, address: (await addressOf(tx, centreId)) ?? name, phone: phone ?? places.officePhone, provinceCode: places.ownCode };
}

/** In the words of the slip on the envelope: the postman reads both. */
async function receiverOf({ tx, now }: Context, { receiver }: PostalOrderRow, provinceCode: string): Promise<PostalParty> {
  return {
    name: textOf(receiver['receiver']),
    address: await postalAddressText(tx, receiver, localDateOf(now)),
    phone: textOf(receiver['phone']),
    provinceCode,
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
