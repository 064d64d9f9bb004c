import { type FeeDescription } from '../domain/procedure';
import { type PublishedFee, type ProcedureRecord } from './record';
import { CHANNELS } from './times-of';

const MOST_WORDS = 500;

/**
 * The published fees, one line for each that is told apart. Free is free only
 * where nothing contradicts it; what is not known in dong has no amount, and the
 * office decides it dossier by dossier.
 */
export function feesOf({ channels }: ProcedureRecord, validFromOn: string): FeeDescription[] {
  const lines = new Map<string, { fee: PublishedFee; channels: Set<FeeDescription['channels'][number]> }>();
  for (const { channel, fees } of channels)
    for (const fee of fees.filter((one) => one.amount !== 0)) {
      const key = JSON.stringify([fee.amount, fee.unit, fee.text, fee.note]);
      const line = lines.get(key) ?? { fee, channels: new Set() };
      lines.set(key, line);
      line.channels.add(CHANNELS[channel]);
    }
  return [...lines.values()].map(({ fee, channels: open }, order) => ({
    key: `fee-${order + 1}`,
    kind: 'phi',
    name: { vi: 'Phí, lệ phí', en: 'Fee' },
    amountDong: fee.unit === 'VND' && fee.amount !== null && Number.isInteger(fee.amount) ? fee.amount : null,
    perAnswer: null,
    wording: bothWays(wordingOf(fee)),
    dueWhen: 'return',
    isRefundable: false,
    refundClause: null,
    exemptions: [],
    account: null,
    channels: [...open],
    validFromOn,
    validToOn: null,
  }));
}

function wordingOf({ text, note }: PublishedFee): string {
  const said = [text, note].filter((one) => one !== null && one !== '' && one !== 'Không có').join(': ');
  return said.slice(0, MOST_WORDS) || 'Chưa công bố rõ.';
}

function bothWays(text: string) {
  return { vi: text, en: text };
}
