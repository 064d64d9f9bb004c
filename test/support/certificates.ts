import { readCertificate } from '../../server/signing/pki/certificate';
import { type TrustPolicy } from '../../server/signing/pki/certification-path';
import { OID } from '../../server/signing/pki/oids';
import {
  createDemonstrationAuthority,
  type DemonstrationAuthority,
  type IssuedCertificate,
} from '../../server/signing/demonstration-authority';

export const VALIDITY = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2031-01-01T00:00:00Z') };
export const PIN = '246810';

export interface Office {
  readonly authority: DemonstrationAuthority;
  readonly leader: IssuedCertificate;
  readonly agency: IssuedCertificate;
}

/** An authority made for this test file alone, a leader and an agency; the names hold the letters that spoil careless encoders. */
export async function createOffice(): Promise<Office> {
  const authority = await createDemonstrationAuthority('Cơ quan chứng thực minh họa tỉnh Hà Tĩnh', VALIDITY, 2048);
  const agencyName = 'Ủy ban nhân dân tỉnh Hà Tĩnh';
  const [leader, agency] = await Promise.all([
    authority.issue({ name: 'Nguyễn Thị Ánh Tuyết', organisation: agencyName, validity: VALIDITY }),
    authority.issue({ name: agencyName, validity: VALIDITY }),
  ]);
  return { authority, leader, agency };
}

/** Trusts this authority alone, and needs no revocation lists. */
export function trustIn({ root }: DemonstrationAuthority): TrustPolicy {
  return {
    anchors: [readCertificate(root)],
    revocationLists: [],
    revocation: 'where known',
    extendedKeyUsage: [OID.documentSigning, OID.emailProtection],
  };
}
