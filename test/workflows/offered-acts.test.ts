import { readdirSync, readFileSync } from 'node:fs';
import { ACT_ENDPOINTS } from '../../server/contract/act-endpoints';
import { endpoints } from '../../server/contract/endpoints';
import { judgeDiagram } from '../../server/commands/administration/judge-diagram';
import { Refusal } from '../../server/domain/refusal';
import { type LetterRoom } from '../../server/jobs/make-letter';
import { type Gateways } from '../../server/open-gateways';
import { outboxTopics } from '../../server/start-jobs';

const diagrams = readdirSync('workflows/diagrams').map(
  (name) => [name, readFileSync(`workflows/diagrams/${name}/process.bpmn`, 'utf8')] as const,
);
const offered: Readonly<Record<string, readonly string[]>> = ACT_ENDPOINTS;

/** The acts of a drawing, of its tasks and of its messages, each with the duty that answers it. */
function actsOf(xml: string): { act: string; duty: string }[] {
  const elements = xml.match(/<[^>]*\bmc:act="[^>]*>/g) ?? [];
  return elements.map((element) => {
    const of = (name: string) => new RegExp(`\\bmc:${name}="([^"]*)"`).exec(element)?.[1] ?? '';
    return { act: of('act'), duty: of('duty') };
  });
}

/** Who stands behind a word of the diagrams for a duty. */
function holdersOf(duty: string): string[] {
  if (duty === 'intake-refusal-signer') return ['clerk', 'centre-head'];
  return [duty];
}

test.each(diagrams)('each act and message of %s is answered by an endpoint that is open to its duty', (_name, xml) => {
  const acts = actsOf(xml);
  expect(acts.length).toBeGreaterThan(20);
  for (const { act, duty } of acts) {
    const doors = (offered[act] ?? []).map((id) => endpoints[id]);
    expect([act, doors.length > 0 && doors.every((door) => door !== undefined)]).toEqual([act, true]);
    for (const holder of holdersOf(duty))
      expect([act, holder, doors.some((door) => isOpenTo(door!.audience, holder))]).toEqual([act, holder, true]);
  }
});

test.each(diagrams)('somebody takes each topic of %s from the outbox', (_name, xml) => {
  const topics = [...xml.matchAll(/mc:topic="([^"]*)"/g)].map(([, topic]) => topic!);
  const taken = Object.keys(outboxTopics({ desk: {} } as LetterRoom, {} as Gateways));
  expect(topics.filter((topic) => !taken.includes(topic))).toEqual([]);
});

test('every endpoint that is named for an act exists, and writes', () => {
  for (const id of Object.values(offered).flat()) expect([id, endpoints[id]?.isWrite]).toEqual([id, true]);
});

test('a drawing that asks for an act which no endpoint answers is not published', async () => {
  const [, xml] = diagrams.find(([name]) => name === 'same-day')!;
  const other = xml.replace('mc:act="enter-book"', 'mc:act="inspect-site"');
  const published = {
    forms: ['examination', 'wet-original', 'failed-parcel'],
    templates: ['form-01', 'form-02', 'form-03', 'form-06', 'postal-slip', 'result-hand-over'],
  };
  const walks = { sound: 1, agreeing: 1 };
  const fault = await judgeDiagram(other, published, walks).catch((reason: unknown) => reason);
  expect(fault).toBeInstanceOf(Refusal);
  expect((fault as Refusal).facts['diagramFaults']).toContainEqual(
    expect.objectContaining({ code: 'act-unknown', elementId: 'enterBook' }),
  );
});

function isOpenTo(audience: (typeof endpoints)[string]['audience'], holder: string): boolean {
  if (holder === 'submitter') return audience.kind === 'citizen' || audience.kind === 'citizen-or-staff';
  return 'duties' in audience && (audience.duties as readonly string[]).includes(holder);
}
