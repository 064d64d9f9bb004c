import { type DraftShape } from '../contract/draft-shapes';
import { timeFor } from '../domain/version-case';
import { versionChanges } from '../domain/version-changes';
import { type FormDefinition } from '../forms/definition';
import { type AskedPaperOf, type JudgedFiling } from '../forms/judge-filing';
import { type VerifiedAnswers } from '../forms/validate';
import { type PreviewedFee } from '../domain/fees-preview';
import { type AgencyRow } from '../store/models/agency';
import { type DraftRow } from '../store/models/draft';
import { type StoredFileRow } from '../store/models/stored-file';
import { type PublishedProcedure } from '../store/procedures';

type Shown = {
  draft: DraftRow;
  version: PublishedProcedure;
  governing: PublishedProcedure | undefined;
  form: FormDefinition;
  verified: VerifiedAnswers;
  judged: JudgedFiling;
  files: readonly StoredFileRow[];
  fees: readonly PreviewedFee[];
  place: { centre: AgencyRow; agency: AgencyRow } | undefined;
};

/** Shapes a draft for its owner: what was written, what is still wrong or wanting, and what it will cost. */
export function presentDraft({ draft, version, governing, verified, judged, files, fees, place }: Shown): DraftShape {
  const { content } = version;
  const filed = { caseKey: draft.caseKey, channel: 'online' } as const;
  const time = timeFor(content, filed);
  return {
    id: draft.id,
    version: draft.version,
    procedureCode: draft.procedureCode,
    procedureName: content.name,
    caseKey: draft.caseKey,
    answers: draft.answers,
    verified: Object.keys(verified),
    faults: judged.faults.map(({ page, path, code, message }) => ({ page, path, code, message })),
    stops: judged.stops.map(({ key, message }) => ({
      key,
      message,
      clause: content.stops.find((stop) => stop.key === key)?.clause.text ?? '',
    })),
    papers: judged.papers.map((paper) => presentPaper(paper, files)),
    fees: fees.map(({ description: { key, kind, name, wording, dueWhen }, amountDong }) => ({
      key,
      kind,
      name,
      wording,
      amountDong,
      dueWhen,
    })),
    time: time ? { limit: time.limit, wording: time.wording } : null,
    place: place ? { centre: place.centre.name, agency: place.agency.name } : null,
    returnWay: draft.returnWay,
    returnWays: [...content.returnWays],
    returnAddress: addressOf(draft.returnAddress),
    paysOnDelivery: draft.returnAddress?.['isCashOnDelivery'] === true,
    isInForce: governing !== undefined,
    newerVersion: newerVersion(version, governing, filed),
    dossierId: draft.dossierId,
    createdAt: draft.createdAt.toISOString(),
    savedAt: draft.savedAt.toISOString(),
  };
}

function presentPaper(
  { component, isRequired, most, files: ids }: AskedPaperOf,
  files: readonly StoredFileRow[],
): DraftShape['papers'][number] {
  const { key, name, note, accepts, megabytes } = component;
  const own = files.filter(({ id }) => ids.includes(id));
  return { key, name, note, isRequired, accepts: [...accepts], megabytes, mostFiles: most, files: own.map(presentFile) };
}

function presentFile({ id, displayName, byteSize, kind, pageCount, scan, addedAt }: StoredFileRow) {
  return { id, name: displayName, bytes: Number(byteSize), kind, pageCount, scan, addedAt: addedAt.toISOString() };
}

/** R48: a draft is told what changed since it was begun. */
function newerVersion(
  version: PublishedProcedure,
  governing: PublishedProcedure | undefined,
  filed: Parameters<typeof versionChanges>[2],
): DraftShape['newerVersion'] {
  if (!governing || governing.id === version.id) return null;
  const { effectiveFromOn, sourceDecision } = governing;
  return { effectiveFromOn, sourceDecision, changes: versionChanges(version, governing, filed) };
}

function addressOf(kept: Record<string, unknown> | null): DraftShape['returnAddress'] {
  if (!kept) return null;
  const address = Object.fromEntries(Object.entries(kept).filter(([name]) => name !== 'isCashOnDelivery'));
  return address as DraftShape['returnAddress'];
}
