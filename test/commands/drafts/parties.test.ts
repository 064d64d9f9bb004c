import { papersOf } from '../../../server/store/identity-papers';
import { readPerson } from '../../../server/store/people';
import { copiesAnswers } from '../../forms/right-answers';
import { fileOnline, ownAnswers } from '../../support/filing';
import { useOneStop } from '../../support/one-stop';

const town = useOneStop();

const authorised = (citizen: { name: string }, more = {}) => {
  const { isAuthorised, relation, subjectName } = copiesAnswers;
  return { ...ownAnswers(citizen), isAuthorised, relation, subjectName, ...more };
};

describe('whose the dossier is', () => {
  test('R23: a number that was typed makes nobody the owner of somebody else’s papers', async () => {
    const real = await town.citizen({ name: 'Phan Đức Anh', number: '042085001234' });
    const stranger = await town.citizen({ name: 'Người Khác', state: 'unverified' });
    const answers = {
      ...ownAnswers(stranger),
      requesterName: 'Phan Đức Anh',
      requesterPaper: { paper: 'citizen-card', number: '042085001234' },
    };
    const dossier = await town.dossier(await fileOnline(town, stranger, { answers }));
    expect(dossier.ownerPersonId).toBe(stranger.personId);
    expect(dossier.ownerPersonId).not.toBe(real.personId);
    expect(dossier).toMatchObject({ ownerName: 'Phan Đức Anh', ownerNumber: '042085001234' });
  });

  test('R23: a name and number that are somebody’s proved ones lead to that person; with another name they do not', async () => {
    const owner = await town.citizen({ name: 'Lê Hoàng Yến', number: '042301000777' });
    const citizen = await town.citizen();
    const file = async (subjectName: string) => {
      const subjectPaper = { paper: 'citizen-card', number: '042301000777' };
      const answers = authorised(citizen, { subjectName, subjectPaper, subjectBornOn: '2001', subjectSex: 'female' });
      return town.dossier(await fileOnline(town, citizen, { caseKey: 'authorised', answers, papers: ['authorisation'] }));
    };
    expect((await file('LÊ HOÀNG  YẾN')).ownerPersonId).toBe(owner.personId);
    const mistyped = await file('Lê Hồng Yên');
    expect(mistyped.ownerPersonId).not.toBe(owner.personId);
    expect(mistyped.submitterPersonId).toBe(citizen.personId);
  });

  test('E13: a child without a number owns its dossier; what is known of the birth is kept', async () => {
    const parent = await town.citizen();
    const { representation, subjectName } = copiesAnswers;
    const answers = { ...ownAnswers(parent), representation, subjectName, subjectBornOn: '2/2015' };
    const dossier = await town.dossier(await fileOnline(town, parent, { caseKey: 'represented', answers }));
    const child = await town.act(parent, ({ tx }) => readPerson(tx, dossier.ownerPersonId!));
    expect(child).toMatchObject({ fullName: 'Trần Minh Khôi', bornOn: null, bornText: '2015-02' });
    expect(dossier).toMatchObject({ ownerNumber: null, submitterPersonId: parent.personId });
  });

  test('E15: an organisation is known by its tax code, however often it files', async () => {
    const citizen = await town.citizen();
    const file = async (organisationName: string) => {
      const answers = {
        ...ownAnswers(citizen),
        organisationName,
        organisationTaxCode: '3000123455',
        organisationReason: 'Vụ việc dân sự',
        subjectName: 'Trần Minh Khôi',
      };
      return town.dossier(await fileOnline(town, citizen, { caseKey: 'organisation', answers, papers: ['organisation-request'] }));
    };
    const [one, other] = [await file('Công ty cổ phần Hồng Lĩnh'), await file('Cty CP Hồng Lĩnh')];
    expect(one.ownerOrganisationId).toBe(other.ownerOrganisationId);
    expect([one.ownerPersonId, one.ownerName, other.ownerName]).toEqual([null, 'Công ty cổ phần Hồng Lĩnh', 'Cty CP Hồng Lĩnh']);
  });

  test('an identity without a number gets its person with the first dossier, and keeps it', async () => {
    const citizen = await town.citizen({ name: 'Võ Thị Như Quỳnh', state: 'nameless' });
    const answers = { ...ownAnswers(citizen), requesterPaper: { paper: 'passport', number: 'C1234567', country: 'VN' } };
    const [one, other] = [await fileOnline(town, citizen, { answers }), await fileOnline(town, citizen, { answers })];
    expect((await town.dossier(one)).ownerPersonId).toBe((await town.dossier(other)).ownerPersonId);
  });

  test('E14: a foreigner is known by kind, number and country of the paper, and by a name of one word', async () => {
    const citizen = await town.citizen();
    const subjectPaper = { paper: 'passport', number: 'p1234567', country: 'la' };
    const answers = authorised(citizen, { subjectName: 'Bounmy', subjectPaper });
    const dossier = await town.dossier(await fileOnline(town, citizen, { caseKey: 'authorised', answers, papers: ['authorisation'] }));
    const papers = await town.act(citizen, ({ tx }) => papersOf(tx, dossier.ownerPersonId!));
    expect(papers).toMatchObject([{ kind: 'passport', number: 'P1234567', country: 'LA', provedAt: null }]);
    expect([dossier.ownerName, dossier.ownerNumber]).toEqual(['Bounmy', 'P1234567']);
  });

  test('E17: who has no telephone files all the same', async () => {
    const citizen = await town.citizen({ state: 'nameless' });
    const requesterPaper = { paper: 'citizen-card', number: '042190001234' };
    const answers = { ...ownAnswers(citizen), requesterPaper, requesterPhone: undefined };
    expect(await town.dossier(await fileOnline(town, citizen, { answers }))).toMatchObject({ status: 1, ownerPhone: null });
  });
});
