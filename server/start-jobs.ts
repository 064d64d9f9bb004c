import { join } from 'node:path';
import { type Perform } from './casework/perform';
import { type Clock } from './domain/clock';
import { type FilesAtHand } from './files/files-at-hand';
import { projectFolders } from './folders';
import { openCentreSeals } from './jobs/centre-seals';
import { foldStatistics } from './jobs/fold-statistics';
import { followParcels } from './jobs/follow-parcels';
import { forgetOld } from './jobs/forget-old';
import { type LetterRoom } from './jobs/make-letter';
import { markStrandedEntries } from './jobs/mark-stranded';
import { calendarTopics } from './jobs/move-for-calendar';
import { deliverOutbox, type Topic } from './jobs/outbox-runner';
import { openPaperPool } from './jobs/paper-pool';
import { paperTopics } from './jobs/paper-topics';
import { reconcile } from './jobs/reconcile';
import { returnStrayTasks } from './jobs/return-stray-tasks';
import { ringTimers } from './jobs/ring-timers';
import { startRounds } from './jobs/rounds';
import { scanAgain } from './jobs/scan-again';
import { signItems } from './jobs/sign-items';
import { sweepFiles } from './jobs/sweep-files';
import { catalogueTopics } from './jobs/topics/catalogue-import';
import { askPaymentTopic } from './jobs/topics/ask-payment';
import { noticeTopic } from './jobs/topics/notice';
import { postalOrderTopic } from './jobs/topics/postal-order';
import { warnHandOverTopic } from './jobs/topics/warn-hand-over';
import { warnSupplementLimitTopic } from './jobs/topics/warn-supplement-limit';
import { warnUnansweredTopic } from './jobs/topics/warn-unanswered';
import { type Gateways } from './open-gateways';
import { type StaffActor } from './policies/actor';
import { readGeneral } from './seed/general';
import { type KeyRing } from './signing/key-ring';

export type JobParts = {
  perform: Perform;
  clock: Clock;
  files: FilesAtHand;
  gateways: Gateways;
  signingKeys: KeyRing<StaffActor>;
  /** Opens the server certificates of the centres. */
  centrePin: string;
  /** The folder of the built program, dist/server. */
  entry: string;
  reportFault: (fault: unknown) => void;
};

/** Drawing and signing are work for the processor: more workers than its cores only wait for one another. */
const PAPER_WORKERS = 2;

/** Starts the sweeps over due facts: outbox, timers, signatures, parcels, stray tasks, the reconciler, counts, files, and what is forgotten. */
export function startJobs({ perform, clock, files, gateways, signingKeys, centrePin, entry, reportFault }: JobParts): {
  stop(): Promise<void>;
} {
  const paper = openPaperPool({ file: join(entry, 'jobs/paper-worker.js'), size: PAPER_WORKERS });
  const desk = { paper, files: files.store };
  const { post } = gateways;
  const topics = {
    ...outboxTopics({ desk, openSeal: openCentreSeals(centrePin) }, gateways),
    ...catalogueTopics(() => readGeneral(projectFolders(entry))),
  };
  const rounds = startRounds(
    [
      { name: 'outbox', everySeconds: 0.5, run: () => deliverOutbox({ perform, clock, topics, reportFault }) },
      { name: 'signatures', everySeconds: 0.5, run: () => signItems({ perform, clock, keys: signingKeys, desk, reportFault }) },
      { name: 'timers', everySeconds: 5, run: () => ringTimers({ perform, reportFault }) },
      ...(post ? [{ name: 'parcels', everySeconds: 30, run: () => followParcels({ perform, post: post.gateway, reportFault }) }] : []),
      { name: 'stranded entries', everySeconds: 60, run: () => markStrandedEntries({ perform, topics: Object.keys(topics) }) },
      { name: 'stray tasks', everySeconds: 60, run: () => returnStrayTasks({ perform }) },
      { name: 'reconciler', everySeconds: 60, run: () => reconcile({ perform }) },
      // once a minute, however much is added meanwhile
      { name: 'statistics', everySeconds: 60, run: () => foldStatistics({ perform }).then(() => 0) },
      { name: 'forgetting', everySeconds: 3600, run: () => forgetOld({ perform }) },
      { name: 'virus scanner', everySeconds: 60, run: () => scanAgain({ perform, files }) },
      { name: 'files', everySeconds: 3600, run: () => sweepFiles({ perform, files }) },
    ],
    reportFault,
  );
  return {
    async stop() {
      await rounds.stop();
      await paper.close();
    },
  };
}

/** What leaves the outbox of this installation, by topic, and who takes it. */
export function outboxTopics(room: LetterRoom, { mail, sms, post }: Gateways): Record<string, Topic> {
  return {
    ...paperTopics(room),
    ...calendarTopics,
    notice: noticeTopic({ mail, sms }),
    'ask-payment': askPaymentTopic(),
    'warn-unanswered': warnUnansweredTopic({ mail }),
    'warn-hand-over': warnHandOverTopic({ mail }),
    'warn-supplement-limit': warnSupplementLimitTopic({ mail }),
    ...(post ? { 'postal-order': postalOrderTopic({ post: post.gateway, places: post.places }) } : {}),
  };
}
