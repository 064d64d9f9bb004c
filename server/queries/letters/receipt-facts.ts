import { pinnedLimit } from '../../domain/due-input';
import { yearOf, parsePlainDate } from '../../domain/plain-date';
import { isCashOnDelivery } from '../../domain/return-way';
import { findRegisterEntry } from '../../store/books';
import { componentsOf, filesOf } from '../../store/components';
import { feeLinesOf } from '../../store/fees';
import { findLastAct } from '../../store/journal';
import { type FeeLineRow } from '../../store/models/fee-line';
import { type Reader } from '../reader';
import { letterOwner, letterSubmitter } from './declared-parties';
import { letterFrame, type LetterSubject } from './letter-frame';

type ListedComponent = { name: string; originals: number; certified: number; copies: number };

/** Form 01: what was received of whom, under which number of the register, and by when the office answers. */
export async function receiptFacts(reader: Reader, subject: LetterSubject): Promise<Record<string, unknown>> {
  const { dossier, centre, onDate } = subject;
  const { tx } = reader;
  const register = await findRegisterEntry(tx, dossier.id);
  const accepted = await findLastAct(tx, dossier.id, ['check-submission']);
  const isOnline = dossier.channel === 'online';
  return {
    ...(await letterFrame(reader, subject)),
    book: register
      ? { volume: `01/${register.year}`, number: String(register.number).padStart(4, '0') }
      : { volume: `01/${yearOf(parsePlainDate(onDate))}`, number: '' },
    copies: isOnline ? ['Giao khách hàng'] : ['Giao khách hàng', 'Lưu'],
    owner: await letterOwner(reader, subject),
    submitter: await letterSubmitter(reader, subject),
    components: await listedComponents(reader, subject),
    sets: 1,
    timeLimit: (dossier.timeLimit as { wording?: string } | null)?.wording ?? '',
    ...(pinnedLimit(dossier.timeLimit) === 'same-day' ? { isSameDay: true } : {}),
    receivedAt: (dossier.receivedAt ?? dossier.acceptedAt)?.toISOString() ?? '',
    dueAt: dossier.dueAt?.toISOString() ?? '',
    fees: (await feeLinesOf(tx, dossier.id)).flatMap((line) => listedFee(line, isCashOnDelivery(dossier))),
    returnPlace: RETURN_PLACES[dossier.returnWay](centre.name),
    online: isOnline,
    receiver: { name: accepted?.actorName ?? centre.name },
  };
}

/** Papers that were handed in and stay with the dossier; what was only looked at is not on the receipt. Where there was none, the e-form is. */
async function listedComponents({ tx }: Reader, { dossier, procedure }: LetterSubject): Promise<ListedComponent[]> {
  const holder = { dossierId: dossier.id };
  const withFiles = new Set((await filesOf(tx, holder)).map(({ componentId }) => componentId));
  const listed = (await componentsOf(tx, holder))
    .filter(({ key, id, ...counts }) => procedure.receipt.includes(key) && (withFiles.has(id) || sumOf(counts) > 0))
    .map(({ name, originals, certifiedCopies: certified, photocopies }) => {
      const copies = originals + certified + photocopies === 0 ? 1 : photocopies;
      return { name, originals, certified, copies };
    });
  return listed.length ? listed : [{ name: 'Tờ khai điện tử', originals: 1, certified: 0, copies: 0 }];
}

function sumOf(counts: { originals: number; certifiedCopies: number; photocopies: number }): number {
  return counts.originals + counts.certifiedCopies + counts.photocopies;
}

type Listed = Omit<FeeLineRow, 'amountDong'> & { amountDong: number | null };

function listedFee({ name, amountDong, dueWhen, state }: Listed, atTheDoor: boolean) {
  if (amountDong === null || state === 'cancelled') return [];
  const open = atTheDoor ? 'bưu tá thu khi phát' : DUE_WORDS[dueWhen];
  const when = state === 'settled' ? 'đã nộp' : state === 'exempt' ? 'được miễn' : open;
  return [{ name, amountDong, when }];
}

const DUE_WORDS: Readonly<Record<FeeLineRow['dueWhen'], string>> = {
  filing: 'nộp khi nộp hồ sơ',
  acceptance: 'nộp khi được tiếp nhận',
  return: 'nộp trước khi nhận kết quả',
};

const RETURN_PLACES: Readonly<Record<'counter' | 'online' | 'post', (centre: string) => string>> = {
  counter: (centre) => `quầy, ${centre}`,
  online: () => 'tài khoản của người nộp trên hệ thống (bản điện tử)',
  post: () => 'địa chỉ đã đăng ký, qua dịch vụ bưu chính công ích',
};
