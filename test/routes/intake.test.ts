import { announced, bytes, outcome, paper, useFilingOffice } from '../support/filing-office';
import { WARD_CENTRE } from '../support/one-stop';

const filing = useFilingOffice();

test('completion, check and refusal go through their doors', async () => {
  const { person, client } = await filing.newCitizen();
  const { id, version } = await filing.filed(client, person);
  const clerk = await filing.clerkAt(WARD_CENTRE);
  const at = `/api/dossiers/${id}`;
  const items = [{ kind: 'component', key: 'residence-proof', what: 'Chưa có' }];
  const asked = await clerk.post(`${at}/completion-requests`, { expectedVersion: version, items, reason: 'Thiếu giấy tờ' });
  expect(asked).toMatchObject({ status: 200, body: { dossier: { status: 1, subStatus: 'awaiting-completion' } } });
  const upload = await client.post(`${at}/uploads`, { ...announced, componentKey: 'residence-proof' });
  expect(outcome(await client.post(`${at}/uploads`, announced))).toEqual([409, 'item-not-open']);
  await client.put(`/api/uploads/${upload.body.upload.id}/parts/0`, null, { headers: bytes, raw: paper });
  const { body } = await client.post(`/api/uploads/${upload.body.upload.id}/completion`);
  expect(body.upload).toMatchObject({ isFinished: true, fileId: expect.any(String) as string });
  const files = `${at}/components/residence-proof/files/${body.upload.fileId}`;
  expect(outcome(await (await filing.newCitizen()).client.delete(files))).toEqual([404, 'not-found']);
  const seen = asked.body.dossier.version as number;
  const answered = await client.post(`${at}/completion-answers`, { expectedVersion: seen, note: 'Đã bổ sung' });
  expect(answered).toMatchObject({ status: 200, body: { dossier: { subStatus: null } } });
  const checks = [{ componentKey: 'residence-proof', state: 'wrong', note: 'Hết hạn' }];
  const checked = await clerk.put(`${at}/component-checks`, { expectedVersion: answered.body.dossier.version, checks });
  const refusal = { expectedVersion: checked.body.dossier.version, reason: 'Không đủ điều kiện', ground: 'NĐ 61/2018, Điều 17' };
  expect(await clerk.post(`${at}/intake-refusal`, refusal)).toMatchObject({
    status: 200,
    body: { dossier: { status: 1, subStatus: 'refusing-intake' } },
  });
});
