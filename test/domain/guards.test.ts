import { settle } from '../../server/domain/fee-settlement';
import { checkApology, checkExtension } from '../../server/domain/guards/extension';
import { checkAppraisalRefusal, checkIntakeRefusal } from '../../server/domain/guards/refusing';
import { checkReturn, type ResultReturn } from '../../server/domain/guards/return';
import { checkNumberAndSeal, checkSign, checkVoidSignature } from '../../server/domain/guards/signing';
import { answerLastDay, checkSupplementProposal } from '../../server/domain/guards/supplement';
import { checkWithdrawal, checkWithdrawalConsent } from '../../server/domain/guards/withdrawal';
import { Refusal } from '../../server/domain/refusal';
import { refusalText } from '../../server/domain/words/refusal-text';
import { supplementSentences } from '../../server/domain/words/supplement';
import { at, decided, on } from './calendars';

const proposal = {
  proposedBy: 'officer',
  askedInPhase: 0,
  allowedPerPhase: 1,
  divisionReceivedAt: at('2026-03-02 09:00'),
  limit: { unit: 'working-days', count: 3 },
  items: [{ reason: 'Ảnh mờ' }],
  override: null,
} as const;
const inTime = at('2026-03-05 16:59');

test('R05: a second supplement in a phase needs a ground and another person’s approval', () => {
  const second = { ...proposal, askedInPhase: 1 };
  expect(() => checkSupplementProposal(proposal, inTime, decided)).not.toThrow();
  expect(() => checkSupplementProposal(second, inTime, decided)).toThrow('supplement-already-asked');
  expect(() => checkSupplementProposal({ ...second, override: { ground: '', approvedBy: 'head' } }, inTime, decided)).toThrow(
    'ground-missing',
  );
  expect(() => checkSupplementProposal({ ...second, override: { ground: 'Điều 5', approvedBy: null } }, inTime, decided)).toThrow(
    'approver-needed',
  );
  expect(() => checkSupplementProposal({ ...second, override: { ground: 'Điều 5', approvedBy: 'officer' } }, inTime, decided)).toThrow(
    'approver-needed',
  );
  expect(() => checkSupplementProposal({ ...second, override: { ground: 'Điều 5', approvedBy: 'head' } }, inTime, decided)).not.toThrow();
});

test('R05: where sector law allows two requests, the second needs no override and the third does', () => {
  expect(() => checkSupplementProposal({ ...proposal, askedInPhase: 1, allowedPerPhase: 2 }, inTime, decided)).not.toThrow();
  expect(() => checkSupplementProposal({ ...proposal, askedInPhase: 2, allowedPerPhase: 2 }, inTime, decided)).toThrow(
    'supplement-already-asked',
  );
});

test('R28: a supplement is asked within three working days of the division’s receipt, or what sector law says', () => {
  expect(() => checkSupplementProposal(proposal, at('2026-03-05 17:00'), decided)).not.toThrow();
  expect(() => checkSupplementProposal(proposal, at('2026-03-05 17:01'), decided)).toThrow('supplement-too-late');
  const building = { ...proposal, limit: { unit: 'working-days', count: 7 } } as const;
  expect(() => checkSupplementProposal(building, at('2026-03-11 17:00'), decided)).not.toThrow();
  expect(() => checkSupplementProposal(building, at('2026-03-12 07:30'), decided)).toThrow('supplement-too-late');
});

test('R28: a late refusal says which limit passed, in both languages', () => {
  const refusal = thrown(() => checkSupplementProposal(proposal, at('2026-03-06 08:00'), decided));
  expect(refusalText(refusal, 'vi')).toBe('Đã quá hạn yêu cầu bổ sung (3 ngày làm việc, hạn 05/03/2026). Cần căn cứ và người duyệt.');
  expect(refusalText(refusal, 'en')).toBe(
    'The time to ask for a supplement is over (3 working days, by 05/03/2026). A ground and an approver are needed.',
  );
});

test('a supplement names each paper with its reason', () => {
  expect(() => checkSupplementProposal({ ...proposal, items: [] }, inTime, decided)).toThrow('reason-missing');
  expect(() => checkSupplementProposal({ ...proposal, items: [{ reason: '  ' }] }, inTime, decided)).toThrow('reason-missing');
});

test('R29: the citizen has a last day only with its clause', () => {
  const issuedAt = at('2026-03-02 09:00');
  const limit = { unit: 'working-days', count: 3 } as const;
  expect(answerLastDay(null, issuedAt, decided)).toBeNull();
  expect(() => answerLastDay({ limit, clause: ' ' }, issuedAt, decided)).toThrow('ground-missing');
  expect(answerLastDay({ limit, clause: 'Điều 8' }, issuedAt, decided)).toEqual({ on: '2026-03-05', clause: 'Điều 8' });
});

test('R29: the citizen’s sentences follow the rule of the version', () => {
  const limit = { unit: 'working-days', count: 5 } as const;
  expect(supplementSentences({ pauseRule: 'restart', limit, lastDay: null }, 'vi')).toEqual([
    'Quy định không đặt hạn cuối cho việc bổ sung; đề nghị Ông/Bà bổ sung sớm để hồ sơ được giải quyết tiếp.',
    'Thời hạn giải quyết (5 ngày làm việc) được tính lại từ đầu, từ lúc Ông/Bà gửi bổ sung đầy đủ.',
  ]);
  const lastDay = { on: on('2026-03-20'), clause: 'Điều 8', then: 'stop' } as const;
  expect(supplementSentences({ pauseRule: 'extend', limit, lastDay }, 'vi')).toEqual([
    'Đề nghị Ông/Bà bổ sung chậm nhất ngày 20/03/2026 (Điều 8); quá ngày này hồ sơ sẽ dừng giải quyết.',
    'Thời gian chờ bổ sung không tính vào thời hạn giải quyết; ngày hẹn trả được lùi tương ứng kể từ khi hồ sơ đầy đủ.',
  ]);
  expect(supplementSentences({ pauseRule: 'restart', limit, lastDay }, 'en')[0]).toBe(
    'Please send the supplement by 20/03/2026 (Điều 8); after that day work on the dossier is stopped.',
  );
});

const asked = { dueAt: at('2026-03-10 17:00'), newDueOn: on('2026-03-17'), reason: 'Chờ ý kiến' };

test('R07: an extension is given once, and at the latest one day before expiry', () => {
  expect(() => checkExtension(asked, null, at('2026-03-09 23:59'), decided)).not.toThrow();
  expect(() => checkExtension(asked, null, at('2026-03-10 07:00'), decided)).toThrow('extension-too-late');
  const given = { decidedAt: at('2026-03-06 09:00'), limit: { unit: 'working-days', count: 1 } } as const;
  expect(() => checkExtension(asked, given, at('2026-03-06 10:00'), decided)).toThrow('extension-used');
});

test('R07: an extension needs a reason, and a later working day', () => {
  const now = at('2026-03-06 10:00');
  expect(() => checkExtension({ ...asked, reason: '' }, null, now, decided)).toThrow('reason-missing');
  expect(() => checkExtension({ ...asked, newDueOn: on('2026-03-10') }, null, now, decided)).toThrow('extension-not-later');
  expect(() => checkExtension({ ...asked, newDueOn: on('2026-03-14') }, null, now, decided)).toThrow('date-impossible');
});

test('R07: an apology is for an overdue dossier, as often as needed, and promises a day to come', () => {
  expect(() => checkApology(asked, at('2026-03-10 17:00'), decided)).toThrow('apology-too-early');
  expect(() => checkApology(asked, at('2026-03-10 17:01'), decided)).not.toThrow();
  expect(() => checkApology({ ...asked, dueAt: null }, at('2026-03-11 09:00'), decided)).toThrow('apology-too-early');
  expect(() => checkApology({ ...asked, reason: ' ' }, at('2026-03-11 09:00'), decided)).toThrow('reason-missing');
  expect(() => checkApology(asked, at('2026-03-17 09:00'), decided)).toThrow('date-impossible');
  expect(() => checkApology({ ...asked, newDueOn: on('2026-03-15') }, at('2026-03-11 09:00'), decided)).toThrow('date-impossible');
});

test('R08: a result is returned when ready, in the house, and paid for', () => {
  const open = settle({ amountDong: 8000, refundAfter: [], payments: [], end: null });
  const ready: ResultReturn = { status: 9, way: 'counter', settlements: [], codDong: 0, parcelOut: null };
  expect(() => checkReturn(ready)).not.toThrow();
  expect(() => checkReturn({ ...ready, status: 4 })).toThrow('result-not-ready');
  expect(() => checkReturn({ ...ready, parcelOut: 'EV1' })).toThrow('parcel-out');
  expect(() => checkReturn({ ...ready, settlements: [open] })).toThrow('fee-unsettled');
  expect(() => checkReturn({ ...ready, settlements: [open], way: 'post', codDong: 8000 })).not.toThrow();
  expect(
    refusalText(
      thrown(() => checkReturn({ ...ready, settlements: [open] })),
      'vi',
    ),
  ).toBe('Còn khoản phí, lệ phí chưa nộp: 8.000 đồng.');
});

test('R09: intake is refused before acceptance, with a reason, by the signer the version names', () => {
  const refusal = {
    status: 1,
    reason: 'Không thuộc thẩm quyền',
    signerDuties: ['clerk', 'centre-head'],
    versionSigner: 'centre-head',
  } as const;
  expect(() => checkIntakeRefusal(refusal)).not.toThrow();
  expect(() => checkIntakeRefusal({ ...refusal, reason: '' })).toThrow('reason-missing');
  expect(() => checkIntakeRefusal({ ...refusal, signerDuties: ['clerk'] })).toThrow('not-permitted');
  expect(() => checkIntakeRefusal({ ...refusal, status: 4 })).toThrow('step-not-open');
});

test('R09: a refusal after appraisal has its reason and clause', () => {
  const refusal = { reason: 'Không đủ điều kiện', ground: 'Điều 10' };
  expect(() => checkAppraisalRefusal(refusal)).not.toThrow();
  expect(() => checkAppraisalRefusal({ ...refusal, ground: '' })).toThrow('ground-missing');
  expect(() => checkAppraisalRefusal({ ...refusal, reason: '' })).toThrow('reason-missing');
});

test('R31: withdrawal is open until a number is given, one request at a time', () => {
  const request = { status: 4, numberedAt: null, hasOpenRequest: false } as const;
  expect(() => checkWithdrawal(request)).not.toThrow();
  expect(() => checkWithdrawal({ ...request, hasOpenRequest: true })).toThrow('withdrawal-open');
  expect(() => checkWithdrawal({ ...request, numberedAt: at('2026-03-04 10:00') })).toThrow('withdrawal-too-late');
  for (const status of [3, 7, 8, 9, 10] as const) expect(() => checkWithdrawal({ ...request, status })).toThrow('step-not-open');
});

test('R31: a consent that comes after the number is refused', () => {
  const open = { status: 4, numberedAt: null, hasOpenRequest: true } as const;
  expect(() => checkWithdrawalConsent(open)).not.toThrow();
  expect(() => checkWithdrawalConsent({ ...open, numberedAt: at('2026-03-04 10:00') })).toThrow('withdrawal-too-late');
  expect(() => checkWithdrawalConsent({ ...open, hasOpenRequest: false })).toThrow('step-not-open');
});

const unsigned = { signedBy: null, numberedAt: null };
const signed = { signedBy: 'leader', numberedAt: null };
const sealed = { signedBy: 'leader', numberedAt: at('2026-03-04 10:00') };

test('R32: the leader signs, then another person numbers and seals, once', () => {
  expect(() => checkNumberAndSeal(unsigned, 'clerical')).toThrow('not-signed');
  expect(() => checkNumberAndSeal(signed, 'leader')).toThrow('same-person-signs-and-seals');
  expect(() => checkNumberAndSeal(signed, 'clerical')).not.toThrow();
  expect(() => checkNumberAndSeal(sealed, 'clerical')).toThrow('already-numbered');
  expect(() => checkSign(unsigned)).not.toThrow();
  expect(() => checkSign(signed)).toThrow('step-not-open');
  expect(() => checkSign(sealed)).toThrow('already-numbered');
});

test('R34: between signature and seal an error voids the signature, with a reason', () => {
  expect(() => checkVoidSignature(signed, 'Sai ngày sinh')).not.toThrow();
  expect(() => checkVoidSignature(signed, '')).toThrow('reason-missing');
  expect(() => checkVoidSignature(unsigned, 'Sai ngày sinh')).toThrow('not-signed');
  expect(() => checkVoidSignature(sealed, 'Sai ngày sinh')).toThrow('already-numbered');
});

test('a refusal’s sentence leaves nothing behind for a fact it was not given', () => {
  expect(refusalText(new Refusal('channel-closed'), 'vi')).toBe('Thủ tục này không nhận theo cách này.');
  expect(refusalText(new Refusal('too-many-requests', { seconds: 90 }), 'en')).toBe('Too many tries. Wait 90 seconds and try again.');
});

function thrown(act: () => void): Refusal {
  try {
    act();
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  throw new Error('nothing was refused');
}
