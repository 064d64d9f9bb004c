import { type Filing } from './filing';
import { type Stage } from './stage';
import { type Visitor } from './visitor';

/** As their certificates name them. */
export const WARD = 'Ủy ban nhân dân phường Thành Sen';
export const WARD_CENTRE = 'Trung tâm Phục vụ hành chính công phường Thành Sen';
/** Kept the register until the ward of today took it over on 01/07/2025 (NQ 1665/NQ-UBTVQH15). */
export const FORMER_WARD = 'Ủy ban nhân dân phường Nam Hà';
const WARD_CODE = '18073';

/** Who meets a dossier of the ward on its way. */
export type WardCast = {
  citizen: Visitor;
  clerk: Visitor;
  centreHead: Visitor;
  officer: Visitor;
  leader: Visitor;
  clerical: Visitor;
  keeper: Visitor;
};

export async function wardCastOf(stage: Stage, citizen: string): Promise<WardCast> {
  const visit = (userName: string) => stage.people.visit(userName);
  return {
    citizen: await visit(citizen),
    clerk: await visit('thanhsen.motcua'),
    centreHead: await visit('thanhsen.giamdoc'),
    officer: await visit('thanhsen.chuyenvien'),
    leader: await visit('thanhsen.lanhdao'),
    clerical: await visit('thanhsen.vanthu'),
    keeper: await visit('thanhsen.hotich'),
  };
}

/** Whose record it is. The account proves a name and a number; where it does not, they are typed. */
export type Subject = { bornOn: string; typed?: { name: string; number: string } };

/** What an applicant for 2.000635 declares: two copies of their own birth record. */
export function copiesFiling({ bornOn, typed }: Subject, way: Pick<Filing, 'way' | 'address' | 'paysOnDelivery'>): Filing {
  const who = typed ? { requesterName: typed.name, requesterPaper: { paper: 'citizen-card', number: typed.number } } : {};
  return {
    procedureCode: '2.000635',
    caseKey: 'own',
    communeCode: WARD_CODE,
    sections: {
      requester: { ...who, requesterAddress: { unit: WARD_CODE, line: 'Số 5, đường Trần Phú' }, requesterPhone: '0912345678' },
      record: {
        subjectBornOn: bornOn,
        subjectSex: 'female',
        eventKind: 'birth',
        documentKind: 'extract',
        registeredOffice: FORMER_WARD,
      },
      copies: { copies: 2, resultKind: 'electronic' },
      papers: { truth: true },
    },
    papers: [],
    ...way,
  };
}

export function homeOf(receiver: string): object {
  return { street: 'Số 5, đường Trần Phú', communeCode: WARD_CODE, province: 'Hà Tĩnh', receiver, phone: '0912345678' };
}
