import { type ResultShape, type SignatureBatchShape } from '../contract/result-shapes';
import { DEMONSTRATION_PIN } from '../seed/accounts';
import { type Case } from './case';
import { Deviation, expectSame, needed } from './deviation';
import { type Visitor } from './visitor';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

/**
 * The leader signs, or the clerical officer numbers and seals, the document that
 * waits: by the hash of the file that was looked at, with the PIN. The work is
 * done by the house; it is over when the batch says so.
 */
export async function signDocument(by: Visitor, dossier: Case, kind: 'sign' | 'seal'): Promise<void> {
  const { id, nextSha256 } = await untilDrawn(by, dossier);
  const asked = { kind, items: [{ resultId: id, expectedSha256: nextSha256 }], pin: DEMONSTRATION_PIN };
  const { batch } = await by.post<{ batch: SignatureBatchShape }>('/api/signature-batches', asked);
  const [item] = (await untilFinished(by, batch.id)).items;
  const why = item?.refusal ? ` (${item.refusal.detail} [${item.refusal.code}])` : '';
  expectSame(`việc ${kind === 'sign' ? 'ký số' : 'đóng dấu'}${why}`, item?.state, 'done');
}

/** The document on its way: what was voided before stays on record behind it. */
export async function liveResult(by: Visitor, dossier: Case): Promise<ResultShape> {
  const { results } = await by.get<{ results: ResultShape[] }>(`${dossier.path}/results`);
  return needed(
    results.find(({ state }) => state !== 'void'),
    'văn bản nào của hồ sơ',
  );
}

/** The file is drawn after the act that drafted it. */
async function untilDrawn(by: Visitor, dossier: Case): Promise<ResultShape> {
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const result = await liveResult(by, dossier);
    if (result.nextSha256) return result;
    await pause();
  }
  throw new Deviation('đợi quá lâu: văn bản chưa được vẽ');
}

async function untilFinished(by: Visitor, batchId: string): Promise<SignatureBatchShape> {
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const { batch } = await by.get<{ batch: SignatureBatchShape }>(`/api/signature-batches/${batchId}`);
    if (batch.isFinished) return batch;
    if (batch.needsPin) throw new Deviation('hệ thống hỏi lại mã PIN');
    await pause();
  }
  throw new Deviation('đợi quá lâu: việc ký chưa xong');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
