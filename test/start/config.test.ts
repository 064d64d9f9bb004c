import { readConfig } from '../../server/config';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://motcua.example.vn/',
  DATABASE_URL: 'postgres://owner:a@db/motcua',
  APP_DATABASE_URL: 'postgres://app:b@db/motcua',
};

const POST = {
  tokenUrl: 'https://buuchinh.example.vn/token',
  orderUrl: 'https://buuchinh.example.vn/order/post',
  trackingUrl: 'https://buuchinh.example.vn/order/tracking',
  cancelUrl: 'https://buuchinh.example.vn/order/cancel',
  clientId: 'mot-cua',
  clientSecret: 'bí mật',
  customerCode: 'HATINH',
  provinceCodes: { 'Hà Tĩnh': '48' },
  ownProvince: 'Hà Tĩnh',
  officePhone: '0239 3000 000',
};

test('nothing needs to be said outside production', () => {
  expect(readConfig({})).toMatchObject({ isProduction: false, port: 3000, ownerUrl: undefined, publicUrl: undefined });
});

test('an empty installation begins as a demonstration, in production with reference data, and never with known passwords there', () => {
  expect(readConfig({}).seed).toBe('demonstration');
  expect(readConfig({ SEED: 'none' }).seed).toBe('none');
  expect(readConfig(production).seed).toBe('reference');
  expect(() => readConfig({ ...production, SEED: 'demonstration' })).toThrow('production cần biến môi trường SEED');
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, ownerUrl: undefined });
});

test('the public address loses its closing slash', () => {
  expect(readConfig(production)).toMatchObject({ isProduction: true, publicUrl: 'https://motcua.example.vn' });
});

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ PORT: '80.5' }, 'PORT'],
  [{ BIND: 'somewhere' }, 'BIND'],
  [{ NODE_ENV: 'staging' }, 'NODE_ENV'],
  [{ DATABASE_URL: 'mysql://root@db/x' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'localhost/x' }, 'DATABASE_URL'],
  [{ APP_DATABASE_URL: 'postgres://app@db/x' }, 'APP_DATABASE_URL'],
  [{ PUBLIC_URL: 'motcua.example.vn' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://motcua.example.vn/mot-cua' }, 'PUBLIC_URL'],
  [{ TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES'],
  [{ TOKEN_KEY: 'secret' }, 'TOKEN_KEY'],
  [{ HOUSE_SECRET: 'short' }, 'HOUSE_SECRET'],
  [{ IDENTITY: '{' }, 'IDENTITY'],
  [{ IDENTITY: '{"issuer":"http://plain.example.vn"}' }, 'IDENTITY'],
  [{ SMS_GATEWAY: '{"url":"http://sms.example.vn/send","token":"t"}' }, 'SMS_GATEWAY'],
  [{ SMS_GATEWAY: '{"url":"https://sms.example.vn/send"}' }, 'SMS_GATEWAY'],
  [{ POST_GATEWAY: 'https://buuchinh.example.vn' }, 'POST_GATEWAY'],
  [{ POST_GATEWAY: JSON.stringify({ ...POST, ownProvince: 'Hà Nội' }) }, 'POST_GATEWAY'],
  [{ POST_GATEWAY: JSON.stringify({ ...POST, statusKinds: { 7: 'vanished' } }) }, 'POST_GATEWAY'],
])('%p is refused by the name of the variable %s', (environment, name) => {
  expect(() => readConfig(environment)).toThrow(`Biến môi trường ${name} không hợp lệ`);
});

test('a refused address is not repeated: it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:secret@db/x' })).toThrow(/^((?!secret).)*$/);
});

test.each([
  [{ ...production, PUBLIC_URL: undefined }, 'cần biến môi trường PUBLIC_URL'],
  [{ ...production, PUBLIC_URL: 'http://motcua.example.vn' }, 'cần biến môi trường PUBLIC_URL'],
  [{ ...production, DATABASE_URL: undefined, APP_DATABASE_URL: undefined }, 'cần biến môi trường DATABASE_URL'],
  [{ ...production, APP_DATABASE_URL: undefined }, 'cần biến môi trường APP_DATABASE_URL'],
  [{ ...production, APP_DATABASE_URL: production.DATABASE_URL }, 'phải dùng tài khoản khác'],
  [{ ...production, APP_DATABASE_URL: 'postgres://owner:c@other/motcua' }, 'phải dùng tài khoản khác'],
])('production refuses %p', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence);
});

test('an identity gateway is described in one variable', () => {
  const identity = {
    issuer: 'https://dinhdanh.example.vn',
    clientId: 'mot-cua',
    clientSecret: 's',
    signatureAlgorithm: 'ES256',
    scope: 'openid profile',
    claims: { name: 'name', citizenNumber: 'cccd', dateOfBirth: 'birthdate', phone: 'phone_number', email: 'email' },
    assurance: { 'loa-2': 2 },
  };
  const { identity: read } = readConfig({ ...production, IDENTITY: JSON.stringify(identity) });
  expect(read).toEqual({ ...identity, clientAuthentication: 'client_secret_basic' });
});

test('the post and the SMS provider are described in one variable each', () => {
  const sms = { url: 'http://127.0.0.1:8080/send', token: 't' };
  const { post, sms: read } = readConfig({ ...production, POST_GATEWAY: JSON.stringify(POST), SMS_GATEWAY: JSON.stringify(sms) });
  expect(post).toEqual({ ...POST, pageSize: 100, statusKinds: {} });
  expect(read).toEqual(sms);
});

test('a refused agreement is not repeated: it holds a secret', () => {
  const refused = () => readConfig({ POST_GATEWAY: JSON.stringify({ ...POST, orderUrl: 'ftp://x' }) });
  expect(refused).toThrow(/^(?![^]*bí mật)/);
});
