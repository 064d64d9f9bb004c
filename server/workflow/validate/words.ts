import { type DiagramWords, NATIONAL_STATUSES } from '../../domain/diagram-words';
import { parseLimitTerm } from '../../domain/limit';
import { type DiagramFaultCode } from '../../domain/words/diagram-faults';
import { type Faults } from './faults';
import { kindOf, type Node } from './tree';

const STATUSES = new Set(NATIONAL_STATUSES.map(String));

/** The office's words on one element: none unknown, none missing where the work needs it. */
export function checkWords(node: Node, known: DiagramWords, faults: Faults): void {
  const kind = kindOf(node);
  const isWork = kind === 'UserTask' || kind === 'ManualTask';
  const isOutside = ['ServiceTask', 'SendTask', 'BusinessRuleTask'].includes(kind);
  if ((isWork || kind === 'Message') && !node.duty) faults.add(node, 'duty-missing');
  if ((isWork || kind === 'Message') && !node.act) faults.add(node, 'act-missing');
  if (isWork && !node.limit) faults.add(node, 'limit-missing');
  if (isOutside && !node.topic) faults.add(node, 'topic-missing');
  check(node.duty, known.duties, 'duty-unknown');
  check(node.act, kind === 'Message' ? known.messageActs : known.taskActs, 'act-unknown');
  check(node.agency, known.agencies, 'agency-unknown');
  check(node.topic, known.topics, 'topic-unknown');
  check(node.form, known.forms, 'form-unknown');
  check(node.template, known.templates, 'template-unknown');
  check(node.status, STATUSES, 'status-unknown');
  if (node.limit) checkLimit(node, node.limit, known.limits, faults);

  function check(word: string | undefined, set: ReadonlySet<string>, code: DiagramFaultCode) {
    if (word && !set.has(word)) faults.add(node, code, word);
  }
}

function checkLimit(node: Node, limit: string, named: ReadonlySet<string>, faults: Faults): void {
  const term = parseLimitTerm(limit);
  if (!term) return faults.add(node, 'limit-malformed', limit);
  if (term.kind === 'named' && !named.has(term.name)) faults.add(node, 'limit-unknown', term.name);
}
