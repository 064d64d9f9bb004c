/** What the head of a paper says of the body that issues it: the lines at the top left, its name inside a sentence, and its place. */
export type Letterhead = { parent: string; agency: string; office: string; place: string };

type Named = { readonly kind: string; readonly name: string };

const UNIT = /(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|thị xã) (\p{Lu}.*)$/u;
const COMMITTEE = 'Ủy ban nhân dân ';

/**
 * The letterhead of a body, from its line of ancestors (itself first, the
 * province last). Above the name stands the body over it; a people's committee
 * has none over it but its territory. The unit's name is not said twice
 * (NĐ 30/2020, Annex I, II.2).
 */
export function letterheadOf([self, ...above]: readonly [Named, ...Named[]]): Letterhead {
  const province = above.at(-1) ?? self;
  const isCommittee = self.kind === 'commune' || self.kind === 'province';
  const parent = isCommittee ? upperFirst(province.name.replace(COMMITTEE, '')) : (above[0] ?? self).name;
  const unit = UNIT.exec(self.name) ?? UNIT.exec(above[0]?.name ?? '') ?? UNIT.exec(province.name);
  return {
    parent,
    agency: isCommittee ? self.name : withoutUnit(self.name),
    office: self.name,
    place: unit?.[1] ?? self.name,
  };
}

/** 'Sở Tư pháp' of 'Sở Tư pháp tỉnh Hà Tĩnh'. */
function withoutUnit(name: string): string {
  const short = name.replace(UNIT, '').trim();
  return short || name;
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** An address as one line: what the person calls the place, then the commune of today and the province. */
export function addressLine({ line, unitName: name, provinceName }: { line?: string; unitName?: string; provinceName?: string }): string {
  const unit = name && unitName(name);
  const province = unit && provinceName && unitName(provinceName);
  return [line?.trim(), unit, province].filter(Boolean).join(', ');
}

/** The unit that a people's committee governs: an address names the ward, not its committee. */
export function unitName(committee: string): string {
  return committee.replace(/^(?:Ủy ban nhân dân|UBND) /, '');
}
