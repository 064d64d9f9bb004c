import { CENTRE_FIELD } from '../../server/documents/field-plan';
import { embedSignature } from '../../server/documents/embed-signature';
import { paint } from '../../server/documents/paint';
import { BASELINE_ROOM, prepareSignature } from '../../server/documents/prepare-signature';
import { renderForSigning } from '../../server/documents/render-for-signing';
import { layOut } from '../../server/documents/render';
import { readShippedTemplate } from '../../server/documents/shipped-templates';
import { openLocalSigner, signDigest } from '../../server/signing/signer';
import { letters } from '../documents/samples/letters';
import { createOffice, PIN } from '../support/certificates';
import { cpuOf, median, report, rounded } from './measure';
import { drawPlainly } from './plain-page';

/**
 * What one receipt costs: a one-page form 01, laid out, drawn and sealed by the
 * centre, beside pdf-lib drawing the very same page (already laid out) by its
 * documented calls and saving it unsigned; and beside our own drawing of it with
 * cached fonts, unsigned. Processor time, rounds in turn.
 */
const ROUNDS = 5;
const PER_ROUND = 40;

async function main(): Promise<void> {
  const office = await createOffice();
  const signer = openLocalSigner(office.agency.container(PIN), PIN);
  const template = readShippedTemplate('templates', 'form-01');
  const facts = { ...letters['form-01'], copies: ['Giao khách hàng'] };
  const at = new Date('2026-11-26T02:00:00Z');
  const drawn = layOut(template, facts);
  if (drawn.sheets.length !== 1) throw new Error(`the receipt has ${drawn.sheets.length} pages`);

  const receipt = async (): Promise<number> => {
    const { bytes } = await renderForSigning(template, facts);
    const prepared = await prepareSignature(bytes, {
      field: CENTRE_FIELD,
      appearance: { lines: ['Trung tâm Phục vụ hành chính công', '26/11/2026 09:00:00 +07:00'] },
      signedBy: 'Trung tâm Phục vụ hành chính công',
      reason: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      at,
      room: BASELINE_ROOM,
    });
    return embedSignature(prepared, await signDigest(signer, prepared.digest, at)).length;
  };
  const page = async (): Promise<number> => (await drawPlainly(drawn.sheets[0]!)).length;
  const unsigned = async (): Promise<number> => {
    const { doc } = await paint(drawn.sheets, { title: drawn.title, author: drawn.author });
    return (await doc.save({ useObjectStreams: false })).length;
  };

  await many(receipt);
  await many(page);
  await many(unsigned);
  const ours: number[] = [];
  const theirs: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push((await cpuOf(() => many(receipt))) / PER_ROUND);
    theirs.push((await cpuOf(() => many(page))) / PER_ROUND);
    bare.push((await cpuOf(() => many(unsigned))) / PER_ROUND);
    const [sealed, plain, own] = [ours, theirs, bare].map((values) => values.at(-1)!.toFixed(1));
    console.log(
      `round ${round + 1}: sealed receipt ${sealed} ms, pdf-lib's own page ${plain} ms, our page unsigned ${own} ms of processor time`,
    );
  }
  report({
    bench: 'documents',
    figures: {
      receiptCpuMs: rounded(median(ours)),
      receiptBytes: await receipt(),
      peakMemoryMB: rounded(process.resourceUsage().maxRSS / 1024),
    },
    reference: { pageCpuMs: rounded(median(theirs)), pageBytes: await page(), ownUnsignedCpuMs: rounded(median(bare)) },
    ratio: {
      receiptToPage: rounded(median(ours.map((value, round) => value / theirs[round]!))),
      receiptToOwnUnsigned: rounded(median(ours.map((value, round) => value / bare[round]!))),
    },
  });
}

async function many(work: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < PER_ROUND; count++) await work();
}

void main();
