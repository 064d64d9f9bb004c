import { expectSame, expectThat } from './deviation';
import { type StandardPlay } from './standard-route';

type Asked = { reason: string; items: readonly { kind: 'component' | 'answer'; key: string; what: string }[] };

/** The officer finds something wanting and drafts the request, the head approves it, the centre sends it: from then on the clock stands. */
export async function askSupplement({ dossier, citizen, clerk, head, officer }: StandardPlay, asked: Asked): Promise<void> {
  await dossier.act(
    officer,
    { act: 'examine', door: '/examination', body: { outcome: 'supplement', note: asked.reason } },
    { status: 4, written: ['examine'], open: [[officer, 'propose-supplement']] },
  );
  await dossier.act(
    officer,
    { act: 'propose-supplement', door: '/supplements', body: asked },
    { status: 4, written: ['propose-supplement'], open: [[head, 'approve-supplement']] },
  );
  expectSame('yêu cầu bổ sung người nộp thấy trước khi gửi', (await dossier.seenBy(citizen)).supplements.length, 0);
  await dossier.act(
    head,
    { act: 'approve-supplement', door: '/supplements/current/approval', body: { isApproved: true } },
    { status: 4, written: ['approve-supplement'], open: [[clerk, 'issue-supplement']] },
  );
  await dossier.act(
    clerk,
    { act: 'issue-supplement', door: '/supplements/current/issue', body: {} },
    {
      status: 5,
      written: ['issue-supplement', 'issue-letter'],
      open: [
        [citizen, 'answer-supplement'],
        [clerk, 'answer-supplement'],
      ],
    },
  );
  const { dossier: seen, timeLeft } = await dossier.seenBy(citizen);
  expectThat(seen.dueAt === null && timeLeft.state === 'paused', 'trong lúc chờ bổ sung, thời hạn phải tạm dừng');
}
