import { type Channel } from './channels';
import { type PlainDate } from './plain-date';
import { type Words } from './words/words';

/** Phí and lệ phí are two amounts by law, never summed before the receipt; copies and postage are costs beside them. */
export type FeeKind = 'phi' | 'le-phi' | 'copy' | 'postage';

/** When a fee line is due. */
export type FeeMoment = 'filing' | 'acceptance' | 'return';

/** How an amount comes about. `council-decision` is unknown, not free, until the provincial decision is entered. */
export type FeeAmount =
  | { readonly by: 'fixed'; readonly amountDong: number; readonly per: 'dossier' | 'copy' | 'page' }
  | { readonly by: 'page-tiers'; readonly tiers: readonly PageTier[]; readonly capPerCopyDong: number | null }
  | { readonly by: 'council-decision' };

/** From that page of a copy on, until the next tier. Tiers begin at page 1 and rise. */
export interface PageTier {
  readonly fromPage: number;
  readonly amountDong: number;
}

/** How a dossier may end without a result. */
export type DossierEnd = 'refused-at-intake' | 'refused' | 'stopped' | 'withdrawn' | 'expired';

/** A group of payers who pay less or nothing, with the clause that says so. */
export interface FeeExemption {
  readonly ground: string;
  readonly name: Words;
  readonly clause: string;
  /** 1 to 100; 100 is exempt */
  readonly percentOff: number;
}

/** One line of a procedure version's fees. The wording is always shown with the amount: "miễn phí" may hide a decision. */
export interface FeeLine {
  readonly id: string;
  readonly kind: FeeKind;
  readonly amount: FeeAmount;
  readonly wording: Words;
  /** null: the same for all channels */
  readonly channels: readonly Channel[] | null;
  readonly dueOn: FeeMoment;
  /** the ends after which it is given back, and the clause; none: never given back */
  readonly refund: { readonly after: readonly DossierEnd[]; readonly clause: string };
  readonly exemptions: readonly FeeExemption[];
  readonly accountId: string;
  readonly validFromOn: PlainDate;
  readonly validToOn: PlainDate | null;
}

/** What a fee depends on. One entry of `copies` per original: its pages, and how many copies are asked. */
export interface FeeFacts {
  readonly channel: Channel;
  /** the day of submission: its fees govern (a later change does not reach back) */
  readonly submittedOn: PlainDate;
  readonly copies: readonly { readonly pages: number; readonly count: number }[];
  readonly exemptionGrounds: readonly string[];
}

/** One factor of an amount: so many pages, copies or dossiers at so much. */
export interface FeePart {
  readonly count: number;
  readonly per: 'dossier' | 'copy' | 'page';
  readonly unitDong: number;
}

/** What is asked for one line. */
export interface FeeDue {
  readonly line: FeeLine;
  /** null: by council decision, not known yet; 0: exempt or free */
  readonly amountDong: number | null;
  /** before any exemption */
  readonly parts: readonly FeePart[];
  readonly isCapped: boolean;
  readonly exemption: FeeExemption | null;
}

/** The lines that apply to a dossier by channel and day, each with its amount in whole dong and how it came about. */
export function computeFees(lines: readonly FeeLine[], facts: FeeFacts): FeeDue[] {
  return lines.filter((line) => applies(line, facts)).map((line) => feeOf(line, facts));
}

function applies(line: FeeLine, facts: FeeFacts): boolean {
  const isInForce = line.validFromOn <= facts.submittedOn && (line.validToOn === null || facts.submittedOn <= line.validToOn);
  return isInForce && (line.channels === null || line.channels.includes(facts.channel));
}

function feeOf(line: FeeLine, facts: FeeFacts): FeeDue {
  const held = line.exemptions.filter((one) => facts.exemptionGrounds.includes(one.ground));
  const exemption = held.reduce<FeeExemption | null>((best, one) => (best && best.percentOff >= one.percentOff ? best : one), null);
  const { parts, wholeDong, isCapped } = amountOf(line.amount, facts);
  const share = 100 - (exemption?.percentOff ?? 0);
  const amountDong = share === 0 ? 0 : wholeDong && Math.floor((wholeDong * share) / 100);
  return { line, amountDong, parts, isCapped, exemption };
}

interface WholeAmount {
  readonly parts: readonly FeePart[];
  readonly wholeDong: number | null;
  readonly isCapped: boolean;
}

function amountOf(amount: FeeAmount, facts: FeeFacts): WholeAmount {
  switch (amount.by) {
    case 'council-decision':
      return { parts: [], wholeDong: null, isCapped: false };
    case 'fixed': {
      const part = { count: countOf(amount.per, facts), per: amount.per, unitDong: amount.amountDong };
      return { parts: [part], wholeDong: part.count * part.unitDong, isCapped: false };
    }
    case 'page-tiers':
      return byPageTiers(amount, facts);
  }
}

function countOf(per: 'dossier' | 'copy' | 'page', facts: FeeFacts): number {
  if (per === 'dossier') return 1;
  return facts.copies.reduce((sum, { pages, count }) => sum + count * (per === 'page' ? pages : 1), 0);
}

/** Each copy is priced by its own pages, and capped by itself. */
function byPageTiers({ tiers, capPerCopyDong }: FeeAmount & { by: 'page-tiers' }, facts: FeeFacts): WholeAmount {
  const parts: FeePart[] = [];
  let wholeDong = 0;
  let isCapped = false;
  for (const { pages, count } of facts.copies) {
    const perCopy = tiers.flatMap((tier, index) => {
      const lastPage = (tiers[index + 1]?.fromPage ?? Infinity) - 1;
      const inTier = Math.min(pages, lastPage) - tier.fromPage + 1;
      return inTier > 0 ? [{ count: inTier, per: 'page' as const, unitDong: tier.amountDong }] : [];
    });
    const copyDong = perCopy.reduce((sum, part) => sum + part.count * part.unitDong, 0);
    const cappedDong = Math.min(copyDong, capPerCopyDong ?? copyDong);
    parts.push(...perCopy.map((part) => ({ ...part, count: part.count * count })));
    wholeDong += cappedDong * count;
    isCapped ||= cappedDong < copyDong;
  }
  return { parts, wholeDong, isCapped };
}
