import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMONSTRATION_PIN } from '../seed/accounts';
import { type Act, signIn, type Summary, until } from './office';
import { Deviation, type Visitor } from './visitor';

/** What the officer reads in the register and enters in the draft. */
const EXTRACT = {
  title: 'Trích lục khai sinh',
  entries: [
    { label: 'Họ, chữ đệm, tên', value: 'NGUYỄN THỊ ẤM' },
    { label: 'Ngày, tháng, năm sinh', value: '02/03/1990' },
    { label: 'Giới tính', value: 'Nữ' },
    { label: 'Quốc tịch', value: 'Việt Nam' },
  ],
  register: { office: 'Ủy ban nhân dân phường Thành Sen', number: '27', volume: '01/1990', on: '1990-03-12' },
  source: 'Cơ sở dữ liệu hộ tịch điện tử',
};

type Reading = { dossier: Summary };
type ResultLine = { id: string; state: string; nextSha256: string | null };

/**
 * Copies of a civil-status extract (2.000635, the same-day diagram): filed online,
 * the fee to be collected at the door, drafted, confirmed by the applicant, signed,
 * numbered and sealed, handed to the post, not met at home, returned, sent again,
 * delivered and paid.
 */
export async function playCopiesByPost(address: string, folder: string, say: (line: string) => void): Promise<void> {
  const citizen = await signIn(address, 'cong-dan-01', false);
  const clerk = await signIn(address, 'thanhsen.motcua', false);
  const officer = await signIn(address, 'thanhsen.chuyenvien', false);
  const leader = await signIn(address, 'thanhsen.lanhdao', true);
  const clerical = await signIn(address, 'thanhsen.vanthu', true);
  const keeper = await signIn(address, 'thanhsen.hotich', false);
  const postClerk = await signIn(address, 'buudien.giaodich', false);

  const id = await file(citizen);
  const path = `/api/dossiers/${id}`;
  const read = async () => (await citizen.get<Reading>(path)).dossier;
  const step = async (visitor: Visitor, act: string, door: string, body: object) => {
    const before = await until(async () => (await visitor.get<Reading>(path)).dossier, offers(act), `${act} is open`);
    const { dossier } = await visitor.post<Reading>(`${path}${door}`, { ...body, expectedVersion: before.version });
    say(`${act.padEnd(22)} ${visitor.name.padEnd(22)} ${dossier.code ?? ''} trạng thái ${dossier.status} hẹn ${dossier.dueAt ?? '–'}`);
    return dossier;
  };

  await step(clerk, 'check-submission', '/acceptance', {});
  await sayDueDate(clerk, path, say);
  await step(officer, 'confirm-forwarded', '/forwarding-confirmation', { outcome: 'received' });
  await step(officer, 'examine', '/examination', { outcome: 'qualified' });
  await step(officer, 'draft-result', '/proposals', { outcome: 'grant', resultFacts: EXTRACT });
  await step(citizen, 'answer-draft', '/draft-answer', { isAgreed: true });
  await sign(leader, 'sign');
  say(`sign-result            ${leader.name}`);
  await sign(clerical, 'seal');
  say(`number-and-seal        ${clerical.name}`);
  await step(keeper, 'enter-book', '/book-entry', {});
  await step(clerk, 'confirm-result', '/result-confirmation', {});
  await step(clerk, 'hand-to-post', '/postal-hand-over', { contents: [{ name: 'Trích lục hộ tịch (bản sao)', originals: 2, copies: 0 }] });
  await deliver(1, 'delivery-failed', 'không có người nhận');
  await expectStatus(9);
  await deliver(2, 'delivered', '');
  const ended = await expectStatus(10);
  say(`đã trả kết quả ${ended.code ?? ''}`);

  const [result] = (await clerk.get<{ results: ResultLine[] }>(`${path}/results`)).results;
  if (!result) throw new Deviation('no result on record');
  const sealed = await clerk.download(`/api/results/${result.id}/file`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'trich-luc.pdf'), sealed);
  say(`kết quả đã ký và đóng dấu: ${sealed.length} byte trong ${folder}`);

  /** The post reports from the door: a failed try leaves the dossier at 9, only the delivery with its cash brings it to 10. */
  async function deliver(attempt: number, kind: 'delivery-failed' | 'delivered', reason: string): Promise<void> {
    const [parcel] = (await clerk.get<{ parcels: { code: string; cashOnDeliveryDong: number }[] }>(path)).parcels;
    if (!parcel) throw new Deviation('no parcel on record');
    const { now } = await clerk.get<{ now: string }>('/api/clock');
    const met =
      kind === 'delivered'
        ? { recipient: { name: 'Nguyễn Thị Ấm', paper: 'căn cước', relation: 'self' }, collectedDong: parcel.cashOnDeliveryDong }
        : { reason };
    await postClerk.post(`/api/parcels/${parcel.code}/events`, { kind, attempt, eventAt: now, ...met });
    say(`${kind.padEnd(22)} ${postClerk.name.padEnd(22)} lần ${attempt}, thu hộ ${parcel.cashOnDeliveryDong} đồng`);
  }

  async function expectStatus(status: number): Promise<Summary> {
    const dossier = await read();
    if (dossier.status !== status) throw new Deviation(`status ${status} was expected, but ${dossier.status}`);
    return dossier;
  }

  async function sign(visitor: Visitor, kind: 'sign' | 'seal'): Promise<void> {
    const act = kind === 'sign' ? 'sign-result' : 'number-and-seal';
    await until(async () => (await visitor.get<Reading>(path)).dossier, offers(act), `${act} is open`);
    for (let tried = 0; ; tried++) {
      const [line] = (await visitor.get<{ results: ResultLine[] }>(`${path}/results`)).results;
      if (line?.nextSha256) {
        const items = [{ resultId: line.id, expectedSha256: line.nextSha256 }];
        await visitor.post('/api/signature-batches', { kind, items, pin: DEMONSTRATION_PIN });
        break;
      }
      if (tried > 200) throw new Deviation(`nothing to ${kind}: ${JSON.stringify(line)}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await until(
      async () => (await visitor.get<Reading>(path)).dossier,
      (dossier) => !offers(act)(dossier),
      `${act} done`,
    );
  }
}

function offers(act: string): (dossier: Summary) => boolean {
  return ({ acts }) => acts.some((one: Act) => one.act === act);
}

async function sayDueDate(visitor: Visitor, path: string, say: (line: string) => void): Promise<void> {
  const explained = await visitor.get<{ summary: { vi: string } | null }>(`${path}/due-date`);
  say(`  ${explained.summary?.vi ?? 'không hẹn ngày'}`);
}

async function file(citizen: Visitor): Promise<string> {
  type Draft = { draft: { id: string; version: number; faults: unknown[] } };
  const begun = await citizen.post<Draft>('/api/drafts', { procedureCode: '2.000635', caseKey: 'own', communeCode: '18073' });
  const path = `/api/drafts/${begun.draft.id}`;
  const sections: Record<string, object> = {
    requester: {
      requesterAddress: { unit: '18073', line: 'Số 5, đường Trần Phú' },
      requesterPhone: '0912345678',
    },
    record: {
      subjectBornOn: '1990-03-02',
      subjectSex: 'female',
      eventKind: 'birth',
      documentKind: 'extract',
      registeredOffice: 'UBND phường Thành Sen',
    },
    copies: { copies: 2, resultKind: 'electronic' },
    papers: { truth: true },
  };
  let { version } = begun.draft;
  let faults: unknown[] = [];
  for (const [section, answers] of Object.entries(sections))
    ({ version, faults } = (await citizen.put<Draft>(`${path}/sections/${section}`, { expectedVersion: version, answers })).draft);
  const address = {
    street: 'Số 5, đường Trần Phú',
    communeCode: '18073',
    province: 'Hà Tĩnh',
    receiver: 'Nguyễn Thị Ấm',
    phone: '0912345678',
  };
  const chosen = await citizen.put<Draft>(`${path}/return`, { expectedVersion: version, way: 'post', address, paysOnDelivery: true });
  if (faults.length) throw new Deviation(`the draft has faults: ${JSON.stringify(faults)}`);
  const { dossier } = await citizen.post<Reading>(`${path}/submission`, { expectedVersion: chosen.draft.version, consent: true });
  return dossier.id;
}
