import { smsAgreement, postAgreement } from '../../server/agreements';
import { openCarrier } from '../../server/gateways/post/carrier';
import { openMemoryBook } from '../../server/gateways/post/carrier-book';
import { startCarrierServer } from '../../server/gateways/post/carrier-server';
import { startSmsSimulator } from '../../server/gateways/messages/sms';
import { missingGateways, openGateways } from '../../server/open-gateways';
import { orderOf } from '../gateways/postal-orders';
import { useFolder } from '../files/folder';

const folder = useFolder();
const clock = { now: () => new Date('2026-11-25T02:00:00Z') };
const bare = { isProduction: true, mailFrom: undefined, smtpUrl: undefined, post: undefined, sms: undefined };
const well = () => undefined;

test('production without gateways has no way to the post and to telephones, and says so in one line', async () => {
  expect(await openGateways(bare, folder.path, clock)).toMatchObject({ post: undefined, sms: undefined });
  const line = missingGateways(bare);
  expect(line).toMatch(/^Chưa cấu hình .*POST_GATEWAY.*SMS_GATEWAY.*SMTP_URL.* \(not configured: .*\)\.$/);
});

test('a demonstration has a simulated carrier and a box for messages, and misses nothing', async () => {
  const { post, sms, mailbox } = await openGateways({ ...bare, isProduction: false }, folder.path, clock);
  expect(sms).toBe(mailbox);
  expect(await post!.gateway.placeOrder(orderOf('H27-1'))).toMatchObject({ outcome: 'accepted' });
  expect(missingGateways({ ...bare, isProduction: false })).toBeUndefined();
});

test('an agreement with the post leads to the real client, with its own codes for provinces however their names are written', async () => {
  const book = openMemoryBook();
  const carrier = await openCarrier({ now: clock.now, seed: 1, behave: () => 'delivers', stepMinutes: 60, pageSize: 100, book });
  const server = await startCarrierServer({ carrier, port: 0, clientId: 'mot-cua', clientSecret: 's', mischief: well });
  const { tokenUrl, orderUrl, trackingUrl, cancelUrl } = server;
  const agreement = postAgreement.parse({
    ...{ tokenUrl, orderUrl, trackingUrl, cancelUrl },
    ...{ clientId: 'mot-cua', clientSecret: 's', customerCode: 'HT' },
    provinceCodes: { 'Hà Tĩnh': '48', Huế: '53' },
    ownProvince: 'Hà Tĩnh',
    officePhone: '0239 3000 000',
  });
  const { gateway, places } = (await openGateways({ ...bare, post: agreement }, folder.path, clock)).post!;
  expect(await gateway.placeOrder(orderOf('H27-2'))).toEqual({ outcome: 'accepted', isRepeat: false });
  expect([places.ownCode, places.codeOf('tỉnh Hà  Tĩnh'), places.codeOf('Thành phố Huế'), places.codeOf('Hà Nội')]).toEqual([
    '48',
    '48',
    '53',
    undefined,
  ]);
  await server.stop();
});

test('an agreement with an SMS provider leads to the real client', async () => {
  const provider = await startSmsSimulator({ port: 0, token: 't', reject: well, mischief: well });
  const agreement = smsAgreement.parse({ url: provider.url, token: 't' });
  const { sms } = await openGateways({ ...bare, sms: agreement }, folder.path, clock);
  const message = { key: 'k', to: '0912345678', text: 'Hồ sơ đã có kết quả', sentAt: clock.now() };
  expect(await sms!.sendSms(message)).toMatchObject({ outcome: 'accepted' });
  expect(missingGateways({ ...bare, sms: agreement })).not.toContain('SMS_GATEWAY');
  await provider.stop();
});
