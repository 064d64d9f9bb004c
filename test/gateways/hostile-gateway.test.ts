import { STAND_IN_AGREEMENT } from '../../server/gateways/identity/identity-stand-in';
import { openIdGateway } from '../../server/gateways/identity/open-id-gateway';
import { refusalOf } from '../files/folder';
import { startPlayedGateway } from './played-gateway';

type Played = Awaited<ReturnType<typeof startPlayedGateway>>;
let played: Played;
beforeEach(async () => {
  played = await startPlayedGateway();
});
afterEach(() => played.stop());

async function finish() {
  const gateway = openIdGateway({
    issuer: played.issuer,
    clientId: 'mot-cua',
    clientSecret: 'secret',
    ...STAND_IN_AGREEMENT,
    transport: 'plain-http-allowed',
    timeoutMs: 3000,
  });
  const { pending } = await gateway.begin({ redirectUri: 'http://localhost:3000/tra-ve', leastAssurance: 1 });
  played.expect(pending.nonce);
  return gateway.finish({ query: `code=c&state=${pending.state}`, pending });
}

test('the played gateway is believed when all is right', async () => {
  expect(await finish()).toEqual({ issuer: played.issuer, subject: 'p', name: 'Người Thử', assurance: 2 });
});

test.each<[string, (played: Played) => void]>([
  ['signed with another key', ({ play, wrongKey }) => void (play.key = wrongKey)],
  ['signed with nothing', ({ play }) => void (play.header = () => ({ alg: 'none' }))],
  ['that names another algorithm', ({ play }) => void (play.header = () => ({ alg: 'HS256', kid: 'k' }))],
  ['for another office', ({ play }) => void (play.token = (claims) => ({ ...claims, aud: 'another-office' }))],
  ['of another issuer', ({ play }) => void (play.token = (claims) => ({ ...claims, iss: 'https://id.example' }))],
  ['that has expired', ({ play }) => void (play.token = (claims) => ({ ...claims, exp: Number(claims['iat']) - 600 }))],
  ['without an end', ({ play }) => void (play.token = ({ exp: _, ...claims }) => claims)],
  ['with another nonce', ({ play }) => void (play.token = (claims) => ({ ...claims, nonce: 'replayed' }))],
  ['without a nonce', ({ play }) => void (play.token = ({ nonce: _, ...claims }) => claims)],
  ['without a subject', ({ play }) => void (play.token = ({ sub: _, ...claims }) => claims)],
  ['whose person is another', ({ play }) => void (play.person = (claims) => ({ ...claims, sub: 'somebody else' }))],
])('a token %s is refused', async (_, spoil) => {
  spoil(played);
  expect(await refusalOf(finish())).toMatchObject({ code: 'identity-unconfirmed' });
});

test('a level that is not known counts as none, and so does a missing one', async () => {
  played.play.token = (claims) => ({ ...claims, acr: 'muc-99' });
  expect(await refusalOf(finish())).toMatchObject({ code: 'assurance-too-low', facts: { held: 0 } });
  played.play.token = ({ acr: _, ...claims }) => claims;
  expect(await refusalOf(finish())).toMatchObject({ code: 'assurance-too-low', facts: { held: 0 } });
});

test.each(['constructor', '__proto__', 'toString'])('a level named %s is not a level', async (acr) => {
  played.play.token = (claims) => ({ ...claims, acr });
  expect(await refusalOf(finish())).toMatchObject({ code: 'assurance-too-low', facts: { held: 0 } });
});
