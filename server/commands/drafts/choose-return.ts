import { type Context } from '../../casework/context';
import { judgePostalAddress } from '../../casework/judge-postal-address';
import { lockOwnDraft } from '../../casework/lock-draft';
import { type ReturnWay } from '../../domain/channels';
import { refuseUnless } from '../../domain/refusal';
import { saveDraft } from '../../store/drafts';

export type ChooseReturn = {
  draftId: string;
  expectedVersion: number;
  way: ReturnWay;
  address: Record<string, unknown> | null;
  paysOnDelivery: boolean;
};

/** Says how the result is to come: the version names the ways, and only the post needs an address and may collect the fee. */
export async function chooseReturn(
  context: Context,
  { draftId, expectedVersion, way, address, paysOnDelivery }: ChooseReturn,
): Promise<void> {
  const { version } = await lockOwnDraft(context, draftId, expectedVersion);
  refuseUnless(version.content.returnWays.includes(way), 'delivery-way-closed');
  const isByPost = way === 'post';
  refuseUnless(!isByPost || address, 'invalid-input', {
    faults: [{ path: 'body.address', message: 'Nhập địa chỉ nhận qua bưu chính.', messageEn: 'Enter the postal address.' }],
  });
  if (isByPost && address) await judgePostalAddress(context, address);
  await saveDraft(context.tx, draftId, {
    returnWay: way,
    returnAddress: isByPost ? { ...address, isCashOnDelivery: paysOnDelivery } : null,
    savedAt: context.now,
  });
}
