import { releaseResult } from '../../commands/results/release-result';
import { Refusal } from '../../domain/refusal';
import { FileChanged, readWhole } from '../../files/read-whole';
import { openIncident } from '../../store/incidents';
import { findLiveResult } from '../../store/results';
import { findSigningRecord } from '../../store/signing-records';
import { type PaperDesk } from '../affix-signature';
import { type Delivery, type Topic } from '../outbox-runner';

/**
 * Returns a result online. The strict check comes first, on the very bytes that
 * will be handed out: what fails it stays in the office, and an administrator is
 * told (NĐ 30/2020 Art. 15).
 */
export function releaseResultTopic(desk: PaperDesk): Topic {
  return async (delivery) => {
    const { dossierId, executionId } = delivery.entry;
    if (dossierId === null || executionId === null) throw new Error('release-result outside a diagram');
    const checkedSha256 = await checkedFile(desk, delivery, dossierId);
    await delivery.finish((context) => releaseResult(context, { dossierId, executionId, checkedSha256 }));
  };
}

async function checkedFile({ paper, files }: PaperDesk, delivery: Delivery, dossierId: string): Promise<string> {
  const record = await delivery.perform(async ({ tx }) => {
    const result = await findLiveResult(tx, dossierId);
    return result && findSigningRecord(tx, result);
  });
  if (!record) throw new Refusal('result-not-ready');
  const { sha256 } = record.document;
  const why = await readWhole(files, sha256).then(
    async (file) => (await paper.judge({ file, record })).findings.map(({ code }) => code).join(', '),
    (fault: unknown) => {
      if (fault instanceof FileChanged) return 'not-the-recorded-file';
      throw fault;
    },
  );
  if (!why) return sha256;
  await delivery.perform(({ tx, now }) => openIncident(tx, { dossierId, kind: 'result-damaged', facts: { sha256, why }, openedAt: now }));
  throw new Refusal('signature-invalid', { why });
}
