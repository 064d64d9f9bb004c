import { openLog } from '../../server/http/log';

function logged(fault: unknown): { text: string; line: { time: string; fault: { stack: string } } } {
  let text = '';
  openLog({ write: (line) => (text += line) }).fault(fault, 'r-1');
  return { text, line: JSON.parse(text) as { time: string; fault: { stack: string } } };
}

test('a fault is told whole, with the request that met it and its cause', () => {
  const { line } = logged(new TypeError('x is not a function', { cause: new Error('deeper') }));
  expect(line).toMatchObject({
    requestId: 'r-1',
    msg: 'fault',
    fault: { name: 'TypeError', message: 'x is not a function', cause: { message: 'deeper' } },
  });
  expect(line.fault.stack).toContain('log.test.ts');
  expect(line.time).toMatch(/Z$/);
});

test('nobody’s number, telephone, mail or token reaches the log', () => {
  const fault = new Error('bad row 042190999001, +84912345678, an@example.vn, eyJhbGciOi.eyJzdWIiOi.c2ln');
  const { text } = logged(fault);
  for (const secret of ['042190999001', '84912345678', 'an@example.vn', 'eyJhbGciOi']) expect(text).not.toContain(secret);
  expect(text).toContain('bad row <number>');
});

test('of a fault of the database only its own code and the names of its things are told', () => {
  const fault = Object.assign(new Error('duplicate key: Key (number)=(042190999001) already exists'), {
    sql: 'insert into people values (…Nguyễn Thị Ấm…)',
    parameters: ['Nguyễn Thị Ấm'],
    original: { code: '23505', table: 'people', constraint: 'people_pkey', detail: 'Nguyễn Thị Ấm' },
  });
  const { text, line } = logged(fault);
  expect(line).toMatchObject({ fault: { database: { code: '23505', table: 'people', constraint: 'people_pkey' } } });
  expect(text).not.toContain('Nguyễn');
  expect(text).not.toContain('042190999001');
});

test('a thing thrown that is no error is told by its kind alone', () => {
  expect(logged('a string with 042190999001').line.fault).toEqual({ name: 'string' });
});
