import { isReceiverName } from '../domain/identity';
import { unitName } from '../domain/letterhead';
import { localDateOf } from '../domain/local-time';
import { findProvince, type Province, provinceOfCode } from '../domain/provinces';
import { Refusal } from '../domain/refusal';
import { findAgencyByAdminCode, findOwnProvince } from '../store/agencies';
import { type Context } from './context';

type Given = Readonly<Record<string, unknown>>;
type AddressFault = { path: string; message: string; messageEn: string };

/** Refuses an address that no postman could deliver to, with everything that is wrong about it. */
export async function judgePostalAddress(context: Context, address: Given): Promise<void> {
  const faults = await postalAddressFaults(context, address);
  if (faults.length > 0)
    throw new Refusal('invalid-input', { faults: faults.map((fault) => ({ ...fault, path: `body.address.${fault.path}` })) });
}

/**
 * What is wrong with an address of the post. A province must be one of today's;
 * in the own province a commune must be one of those on record, elsewhere its
 * code is taken as it is, for only the own communes are known here.
 */
export async function postalAddressFaults(context: Context, address: Given): Promise<AddressFault[]> {
  const [receiver, provinceName, communeCode] = ['receiver', 'province', 'communeCode'].map((name) => textOf(address[name]));
  const province = findProvince(provinceName!);
  return [
    ...(isReceiverName(receiver!)
      ? []
      : [
          {
            path: 'receiver',
            message: 'Nhập tên người hoặc tổ chức nhận.',
            messageEn: 'Enter the name of the person or organisation that receives it.',
          },
        ]),
    ...(province
      ? await communeFaults(context, province, communeCode!)
      : [
          {
            path: 'province',
            message: 'Nhập một trong 34 tỉnh, thành phố hiện nay, ví dụ Hà Tĩnh.',
            messageEn: 'Enter one of the 34 provinces and cities of today, such as Hà Tĩnh.',
          },
        ]),
  ];
}

async function communeFaults({ tx, now }: Context, province: Province, communeCode: string): Promise<AddressFault[]> {
  const onDate = localDateOf(now);
  const body = await findOwnProvince(tx, onDate);
  const own = body && (provinceOfCode(body.adminCode) ?? findProvince(unitName(body.name)));
  if (!own) return [];
  const isOwn = own.code === province.code;
  const commune = communeCode && (await findAgencyByAdminCode(tx, { adminCode: communeCode, kind: 'commune', onDate }));
  if (isOwn && !commune)
    return [
      {
        path: 'communeCode',
        message: 'Chọn xã, phường hiện nay của tỉnh.',
        messageEn: 'Choose a commune or ward of the province of today.',
      },
    ];
  return !isOwn && commune
    ? [
        {
          path: 'communeCode',
          message: 'Xã, phường này không thuộc tỉnh đã ghi.',
          messageEn: 'This commune or ward is not in the province written.',
        },
      ]
    : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
