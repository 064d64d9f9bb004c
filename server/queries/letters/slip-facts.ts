import { letterheadOf } from '../../domain/letterhead';
import { type Party } from '../../domain/party';
import { addressOf, ancestorsOf, contactOf, findPostOf, readAgency } from '../../store/agencies';
import { feeLinesOf } from '../../store/fees';
import { findLastHandOver } from '../../store/hand-overs';
import { type PostalOrderRow } from '../../store/models/postal-order';
import { postalAddressText } from '../../store/parties';
import { readPostalOrder } from '../../store/postal-orders';
import { findLiveResult } from '../../store/results';
import { readStaffMember } from '../../store/staff';
import { type Reader } from '../reader';
import { letterOwner } from './declared-parties';
import { letterFrame, UNKNOWN_PHONE, type LetterSubject } from './letter-frame';

/** Written by hand when the paper is signed. */
const BY_HAND = '…………………………';
/** Stands where nothing is on record, so that nobody looks for it elsewhere. */
const NOT_KNOWN = '—';
type Content = { name: string; originals: number; copies: number };

/** What goes with the parcel: from whom, to whom, what is in it, what the postman collects (R38). */
export async function postalSlipFacts(reader: Reader, subject: LetterSubject, orderId: string): Promise<Record<string, unknown>> {
  const { dossier, centre, procedure, onDate } = subject;
  const order = await readPostalOrder(reader.tx, orderId);
  const { issuer } = await letterFrame(reader, subject);
  const post = await findPostOf(reader.tx, { centreId: centre.id, onDate });
  const office = {
    name: centre.name,
    address: (await addressOf(reader.tx, centre.id)) ?? issuer.place,
    phone: (await contactOf(reader.tx, centre.id)).phone ?? UNKNOWN_PHONE,
  };
  const home = await homeOf(reader, subject, order);
  const postage = (await feeLinesOf(reader.tx, dossier.id)).find(({ kind }) => kind === 'postage');
  const isToHome = order.direction === 'to-home';
  return {
    issuedOn: onDate,
    reprint: false,
    parcelCode: order.carrierCode ?? order.code,
    ...(dossier.code ? { dossierCode: dossier.code } : {}),
    direction: order.direction,
    procedure: { code: procedure.code, name: procedure.name.vi },
    sender: isToHome ? office : home,
    receiver: isToHome ? home : office,
    contents: contentsOf(order),
    postOffice: post?.name ?? 'Bưu điện',
    acceptedAt: (order.handedOverAt ?? order.madeAt).toISOString(),
    service: isToHome ? 'Trả kết quả tại địa chỉ' : 'Thu gom hồ sơ tại địa chỉ',
    postageDong: postage?.amountDong ?? 0,
    collectDong: order.cashOnDeliveryDong,
    payment: order.cashOnDeliveryDong > 0 ? 'thu khi phát' : 'không thu khi phát',
    carrier: post?.name ?? 'Bưu điện',
  };
}

async function homeOf(reader: Reader, { dossier, onDate }: LetterSubject, { receiver }: PostalOrderRow) {
  const { receiver: name, phone } = receiver as { receiver?: string; phone?: string };
  const address = await postalAddressText(reader.tx, receiver, onDate);
  return { name: name ?? dossier.ownerName, address, phone: phone ?? UNKNOWN_PHONE };
}

/** The record that both sides sign when the post takes what the centre gives it (R38). */
export async function handOverFacts(reader: Reader, subject: LetterSubject, orderId: string): Promise<Record<string, unknown>> {
  const { dossier, centre, procedure, onDate } = subject;
  const order = await readPostalOrder(reader.tx, orderId);
  const { issuer } = await letterFrame(reader, subject);
  const given = await findLastHandOver(reader.tx, dossier.id, 'post');
  const post = await findPostOf(reader.tx, { centreId: centre.id, onDate });
  return {
    issuer,
    isSubmission: false,
    issuedOn: onDate,
    reprint: false,
    signedAt: (order.handedOverAt ?? order.madeAt).toISOString(),
    giver: { unit: centre.name, name: await giverName(reader, given?.givenBy) },
    taker: { unit: post?.name ?? 'Bưu điện', name: BY_HAND },
    entries: [
      {
        code: dossier.code ?? '',
        ...(order.carrierCode ? { parcelCode: order.carrierCode } : {}),
        content: procedure.name.vi,
        person: dossier.ownerName,
        papers: contentsOf(order)
          .map((content) => `${content.name}: ${countsOf(content)}`)
          .join('; '),
      },
    ],
  };
}

function countsOf({ originals, copies }: { originals: number; copies: number }): string {
  return [originals > 0 && `${originals} bản chính`, copies > 0 && `${copies} bản sao`].filter(Boolean).join(', ');
}

/** Phiếu bàn giao: the division hands the result to the centre (R27). It is the division's paper, not the centre's. */
export async function resultHandOverFacts(reader: Reader, subject: LetterSubject): Promise<Record<string, unknown>> {
  const { dossier, centre, procedure, onDate } = subject;
  const [self, ...above] = await ancestorsOf(reader.tx, dossier.agencyId);
  if (!self) throw new Error(`agency ${dossier.agencyId} is missing`);
  const given = await findLastHandOver(reader.tx, dossier.id, 'result');
  const result = await findLiveResult(reader.tx, dossier.id);
  const owner: Party = await letterOwner(reader, subject);
  const open = (await feeLinesOf(reader.tx, dossier.id)).filter(({ state }) => ['not-due', 'due', 'waiting'].includes(state));
  return {
    issuer: letterheadOf([self, ...above]),
    issuedOn: onDate,
    reprint: false,
    giver: { unit: (await readAgency(reader.tx, dossier.agencyId)).name, name: await giverName(reader, given?.givenBy) },
    taker: { unit: centre.name, name: BY_HAND },
    entries: [
      {
        code: dossier.code ?? '',
        content: procedure.name.vi,
        result: result?.outcome === 'grant' ? procedure.result.name.vi : 'Văn bản từ chối hoặc dừng giải quyết hồ sơ',
        owner: owner.name,
        address: owner.address ?? (await returnAddressOf(reader, subject)) ?? NOT_KNOWN,
        isFeeDue: open.length > 0,
        isByPost: dossier.returnWay === 'post',
      },
    ],
  };
}

async function returnAddressOf({ tx }: Reader, { dossier, onDate }: LetterSubject): Promise<string | null> {
  return dossier.returnAddress && ((await postalAddressText(tx, dossier.returnAddress, onDate)) || null);
}

function contentsOf({ contents }: PostalOrderRow): Content[] {
  return contents.map((content) => {
    const { name = '', originals = 0, copies = 0 } = content as Partial<Content>;
    return { name, originals, copies };
  });
}

async function giverName({ tx }: Reader, staffId: string | undefined): Promise<string> {
  return staffId === undefined ? BY_HAND : (await readStaffMember(tx, staffId)).fullName;
}
