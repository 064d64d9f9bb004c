import { type Bad, yes, around, choice, lanes, lane } from './bad-builders';
import * as x from './xml';

/** Faults of the office’s words and of conditions. */
export const BAD_WORDS: readonly Bad[] = [
  // words of the office
  ['duty-missing', 't', around(x.user('t', '', { 'mc:duty': undefined }))],
  ['act-missing', 't', around(x.user('t', '', { 'mc:act': undefined })), 'on a task'],
  ['act-missing', 'm', around(x.receive('t', 'm')).replace('<process', '<message id="m" name="m"/><process'), 'on a message'],
  ['limit-missing', 't', around(x.user('t', '', { 'mc:limit': undefined }))],
  ['topic-missing', 't', around(x.service('t', { 'mc:topic': undefined }))],
  ['duty-unknown', 't', around(x.user('t', '', { 'mc:duty': 'magician' })), 'on a task'],
  ['duty-unknown', 'l1', lanes(lane('l1', 't').replace('"clerk"', '"magician"')), 'on a lane'],
  ['act-unknown', 't', around(x.user('t', '', { 'mc:act': 'conjure' }))],
  ['agency-unknown', 't', around(x.user('t', '', { 'mc:agency': 'nobody' }))],
  ['topic-unknown', 't', around(x.service('t', { 'mc:topic': 'sing' }))],
  ['status-unknown', 't', around(x.user('t', '', { 'mc:status': '11' }))],
  ['form-unknown', 't', around(x.user('t', '', { 'mc:form': 'no-such-form' }))],
  ['template-unknown', 't', around(x.user('t', '', { 'mc:template': 'no-such-template' }))],
  ['limit-malformed', 't', around(x.user('t', '', { 'mc:limit': 'P3D' })), 'ISO days'],
  ['limit-malformed', 't', around(x.user('t', '', { 'mc:limit': 'three days' })), 'words'],
  ['limit-unknown', 't', around(x.user('t', '', { 'mc:limit': 'named no-such-limit' }))],

  // conditions
  ['not-feel', 'f_g_e2', choice('amount > 1000000')],
  ['feel-wrong', 'f_g_e2', choice('=facts.decision = "grant')],
  [
    'language-given',
    'f_g_e2',
    choice(yes).replace('xsi:type="tFormalExpression">=', 'xsi:type="tFormalExpression" language="javascript">='),
  ],
  ['fact-unknown', 'f_g_e2', choice('=facts.weather = "rain"')],
  ['value-unknown', 'f_g_e2', choice('=facts.decision = "granted"')],
  ['condition-reads-other', 'f_g_e2', choice('=output.t.agreed = true'), 'an output'],
  ['condition-reads-other', 'f_g_e2', choice('=now() > date("2026-01-01")'), 'the clock'],
  ['condition-reads-other', 'f_g_e2', choice('=count(facts.decision) = 1'), 'a function'],
  ['condition-reads-other', 'f_g_e2', choice('=true'), 'nothing'],
  ['condition-not-boolean', 'f_g_e2', choice('=facts.decision')],
  ['condition-constant', 'f_g_e2', choice('=facts.decision = "grant" and facts.decision = "refuse"')],
  ['instance-outside', 'f_g_e2', choice('=instance.key = "a"')],
];
