import * as x from '../../workflows/models/xml';

const LIMIT = { 'mc:limit': '3 working-days' };
const REMINDER = { ...LIMIT, cancelActivity: 'false' };

/**
 * A diagram as a department would draw it for a permit: sixty activities in two
 * processes, with a three-way fork, a consultation of several agencies, a called
 * process for the fee, timers and a withdrawal at any moment.
 */
export function sixtyActivities(): string {
  const consulted = [
    x.start('asked'),
    x.user('opinion'),
    x.boundary('silent', 'opinion', x.emptyTimer, LIMIT),
    x.service('markSilence'),
    x.xor('answered'),
    x.end('heard'),
    ...x.flows('asked', 'opinion', 'answered', 'heard'),
    ...x.flows('silent', 'markSilence', 'answered'),
  ];
  const body = [
    x.start('begun'),
    ...['assign', 'examine', 'verify', 'visit', 'choose', 'propose', 'review', 'sign', 'seal', 'book', 'deliver'].map((id) => x.user(id)),
    x.boundary('examineLate', 'examine', x.emptyTimer, REMINDER),
    x.service('warnLate'),
    x.end('warned'),
    x.fork('fork'),
    x.sub('consult', consulted, x.multi({ isSequential: false, collection: '=output.choose.agencies' })),
    x.call('fee', 'charging'),
    x.fork('join'),
    x.xor('proposable'),
    x.xor('reviewed', 'f_reviewed_draft'),
    x.service('draft'),
    x.end('done'),
    ...x.flows('begun', 'assign', 'examine', 'fork', 'verify', 'visit', 'join', 'proposable', 'propose', 'review', 'reviewed', 'draft'),
    ...x.flows('fork', 'choose', 'consult', 'join'),
    ...x.flows('fork', 'fee', 'join'),
    ...x.flows('examineLate', 'warnLate', 'warned'),
    ...x.flows('draft', 'sign', 'seal', 'book', 'deliver', 'done'),
    x.flow('reviewed', 'proposable', '=facts.proposal = "back"'),
  ];
  const main = [
    x.start('filed'),
    ...['check', 'ask', 'forward', 'takeOver', 'returnOriginals', 'handOver', 'post', 'counter'].map((id) => x.user(id)),
    x.boundary('unanswered', 'check', x.emptyTimer, REMINDER),
    x.service('warnUnanswered'),
    x.end('unansweredEnd'),
    x.xor('checkable'),
    x.xor('checked', 'f_checked_receipt'),
    x.eventGateway('await'),
    x.catching('completed', x.onMessage('completion')),
    x.catching('notCompleted', x.emptyTimer, LIMIT),
    x.service('receipt'),
    x.sub('body', body),
    x.boundary('withdrawn', 'body', x.onMessage('withdrawal')),
    x.end('withdrawnEnd', '<terminateEventDefinition/>'),
    x.receive('confirm', 'confirmation'),
    x.service('notify'),
    x.xor('way', 'f_way_counter'),
    x.xor('returnable'),
    x.end('returned', '<terminateEventDefinition/>'),
    ...x.flows('filed', 'checkable', 'check', 'checked', 'receipt', 'forward', 'takeOver', 'body', 'confirm', 'notify', 'handOver', 'way'),
    x.flow('checked', 'ask', '=facts.intake = "incomplete"'),
    ...x.flows('ask', 'await', 'completed', 'checkable'),
    ...x.flows('await', 'notCompleted', 'checkable'),
    ...x.flows('unanswered', 'warnUnanswered', 'unansweredEnd'),
    ...x.flows('withdrawn', 'returnOriginals', 'withdrawnEnd'),
    ...x.flows('way', 'counter', 'returnable', 'returned'),
    x.flow('way', 'post', '=facts.returnWay = "post"'),
    ...x.flows('post', 'returnable'),
  ];
  const charging = [
    x.start('charged'),
    x.user('reckon'),
    x.service('askPayment'),
    x.receive('paid', 'payment'),
    x.end('settled'),
    ...x.flows('charged', 'reckon', 'askPayment', 'paid', 'settled'),
  ];
  const messages = ['completion', 'withdrawal', 'confirmation', 'payment'].map(x.message);
  return x.definitions([...messages, x.process('permit', main, true), x.process('charging', charging, false)]);
}
