import { type DossierDiagram, type DueDateExplanation, type Journal, type Position, type Timeline } from '../contract/history-shapes';
import { type JournalFacts } from '../domain/journal';
import { STATUS_NAMES, type NationalStatus } from '../domain/status';
import { renderExplanation, summariseExplanation } from '../domain/words/explanation';
import { type ExplainedDueDate } from '../queries/dossiers/explain-due-date';
import { type ReadJournal } from '../queries/dossiers/read-journal';
import { type ReadPosition } from '../queries/dossiers/read-position';
import { type TimelineEntry } from '../queries/dossiers/read-timeline';
import { type DiagramVersionRow } from '../store/models/diagram-version';
import { instant, presentTimeLeft } from './time-left';

export function presentTimeline(entries: readonly TimelineEntry[]): Timeline {
  return {
    entries: entries.map(({ entry, line, agencyName }) => {
      const status = (entry.facts as JournalFacts).status ?? null;
      return {
        number: entry.number,
        at: instant(entry.at),
        act: entry.act,
        ...line.words,
        by: { kind: entry.actorKind, name: entry.actorName, agencyName },
        status,
        statusName: status === null ? null : STATUS_NAMES[status as NationalStatus],
        isForApplicant: line.isForApplicant,
      };
    }),
  };
}

export function presentJournal({ entries, brokenAt }: ReadJournal): Journal {
  return {
    brokenAt,
    entries: entries.map(({ number, act, taskId, actorKind, actorName, agencyName, at, facts, hash }) => ({
      number,
      act,
      taskId,
      actorKind,
      actorName,
      agencyName,
      at: instant(at),
      facts,
      hash,
    })),
  };
}

/** The same lines in both languages, side by side. */
export function presentDueDate({ dossier, left, isAsOnRecord, explanation }: ExplainedDueDate): DueDateExplanation {
  const english = renderExplanation(explanation, 'en');
  const wording = dossier.timeLimit?.['wording'];
  return {
    dueAt: instant(dossier.dueAt),
    timeLeft: presentTimeLeft(left),
    answerDueAt: dossier.acceptedAt ? null : instant(dossier.answerDueAt),
    timeLimitWording: typeof wording === 'string' ? wording : null,
    isAsOnRecord,
    summary: explanation.length ? { vi: summariseExplanation(explanation, 'vi'), en: summariseExplanation(explanation, 'en') } : null,
    lines: renderExplanation(explanation, 'vi').map((vi, index) => ({ vi, en: english[index] ?? '' })),
  };
}

export function presentPosition({ instance, diagram, open }: ReadPosition): Position {
  return {
    diagramVersionId: diagram.id,
    diagramKey: diagram.key,
    diagramVersion: diagram.version,
    state: instance.status,
    done: instance.doneElements,
    now: open.map(({ elementId, kind }) => ({ elementId, kind })),
  };
}

export function presentDiagram({ id, key, version, name, xml }: DiagramVersionRow): DossierDiagram {
  return { diagramVersionId: id, key, version, name, xml };
}
