import { contractPaper } from './contract-paper';
import { type Filing, type Paper } from './filing';

/** What an applicant for 1.002153 declares; the answers that the verified account gives are fixed there. */
export type Lawyer = { name: string; sex: 'male' | 'female'; certificate: string; card: string; employer: string };

export const LAWYER_PROCEDURE = '1.002153';
const CONTRACT_COMPONENT = 'employment-contract';

export async function lawyerFiling(lawyer: Lawyer, way: 'counter' | 'online'): Promise<Filing> {
  return {
    procedureCode: LAWYER_PROCEDURE,
    caseKey: 'registration',
    sections: sectionsOf(lawyer),
    papers: [await contractCopy(lawyer, 'hợp đồng không xác định thời hạn')],
    way,
  };
}

export async function contractCopy({ name, employer }: Lawyer, term: string): Promise<Paper> {
  const bytes = await contractPaper({ number: '12/2025/HĐLĐ', signedOn: '01/12/2025', employer, lawyer: name, term });
  return { componentKey: CONTRACT_COMPONENT, name: 'hop-dong-lao-dong.pdf', bytes };
}

function sectionsOf({ sex, certificate, card, employer }: Lawyer): Filing['sections'] {
  return {
    lawyer: { sex, address: { unit: '18073', line: 'Số 12, đường Phan Đình Phùng' } },
    profession: {
      certificateNumber: certificate,
      certificateOn: '2024-03-04',
      isBarMember: true,
      barName: 'Đoàn Luật sư tỉnh Hà Tĩnh',
      cardNumber: card,
      cardOn: '2024-06-17',
    },
    contract: {
      employerName: employer,
      employerAddress: { unit: '18073', line: 'Số 1, đường Nguyễn Chí Thanh' },
      employerKind: 'enterprise',
      contractNumber: '12/2025/HĐLĐ',
      contractOn: '2025-12-01',
    },
    papers: { truth: true },
  };
}
