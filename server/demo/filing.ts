import { createHash } from 'node:crypto';
import { type DossierSummary } from '../contract/dossier-shapes';
import { type DraftShape } from '../contract/draft-shapes';
import { Deviation, expectSame } from './deviation';
import { type Visitor } from './visitor';

/** Small on purpose: a telephone in a valley sends its paper in several goes. */
const PART_BYTES = 4096;

export type Paper = { componentKey: string; name: string; bytes: Buffer };
export type Filing = {
  procedureCode: string;
  caseKey: string;
  communeCode?: string;
  sections: Readonly<Record<string, object>>;
  papers: readonly Paper[];
  way: 'counter' | 'online' | 'post';
  address?: object;
  paysOnDelivery?: boolean;
};

type Upload = { upload: { id: string; received: number; isFinished: boolean; fileId: string | null } };

/** Files a dossier online as a citizen does: a draft, its pages one by one, the papers, the way of return, and the filing. Answers the dossier's id. */
export async function fileOnline(citizen: Visitor, filing: Filing, say: (line: string) => void): Promise<string> {
  const { procedureCode, caseKey, communeCode, way, address = null, paysOnDelivery = false } = filing;
  let { draft } = await citizen.post<{ draft: DraftShape }>('/api/drafts', {
    procedureCode,
    caseKey,
    ...(communeCode ? { communeCode } : {}),
  });
  const path = `/api/drafts/${draft.id}`;
  for (const [section, answers] of Object.entries(filing.sections))
    ({ draft } = await citizen.put<{ draft: DraftShape }>(`${path}/sections/${section}`, { expectedVersion: draft.version, answers }));
  for (const paper of filing.papers) await upload(citizen, path, paper, say);
  ({ draft } = await citizen.get<{ draft: DraftShape }>(path));
  const chosen = { expectedVersion: draft.version, way, address, paysOnDelivery };
  ({ draft } = await citizen.put<{ draft: DraftShape }>(`${path}/return`, chosen));
  const wanting = [...draft.faults.map((fault) => `${fault.path}: ${fault.message.vi}`), ...draft.stops.map(({ message }) => message.vi)];
  if (wanting.length > 0) throw new Deviation(`tờ khai ${procedureCode} còn thiếu hoặc sai: ${wanting.join('; ')}`);
  const filed = { expectedVersion: draft.version, consent: true };
  const { dossier } = await citizen.post<{ dossier: DossierSummary }>(`${path}/submission`, filed);
  return dossier.id;
}

/** Announces a file, loses the line after the first part, asks how far it came, and goes on from there. `holder` is a draft's path or a dossier's. */
export async function upload(
  citizen: Visitor,
  holder: string,
  { componentKey, name, bytes }: Paper,
  say: (line: string) => void,
): Promise<void> {
  const announced = { componentKey, name, size: bytes.length, sha256: sha256Of(bytes) };
  const { upload: begun } = await citizen.post<Upload>(`${holder}/uploads`, announced);
  const path = `/api/uploads/${begun.id}`;
  await citizen.putBytes(`${path}/parts/0`, bytes.subarray(0, PART_BYTES));
  let parts = 1;
  let at = (await citizen.get<Upload>(path)).upload.received;
  expectSame(`số byte của ${name} đã đến`, at, Math.min(PART_BYTES, bytes.length));
  for (; at < bytes.length; parts++)
    at = (await citizen.putBytes<Upload>(`${path}/parts/${at}`, bytes.subarray(at, at + PART_BYTES))).upload.received;
  const { upload: done } = await citizen.post<Upload>(`${path}/completion`);
  expectSame(`${name} đã tải lên xong`, done.isFinished && done.fileId !== null, true);
  say(
    `          ${citizen.name} tải lên ${name}: ${bytes.length.toLocaleString('vi-VN')} byte trong ${parts} phần, nối tiếp sau khi đứt mạng`,
  );
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
