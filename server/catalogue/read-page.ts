import { z } from 'zod';
import { cutPage, type PageParts } from './cut-page';
import { doubtfulContent } from './doubtful-content';
import { doubtfulFees } from './doubtful-fees';
import { doubtfulHeading, mentionsDistrict } from './doubtful-heading';
import { doubtfulTimes } from './doubtful-times';
import { type Finding, finding, hasTrap } from './finding';
import { judgeLevels } from './judge-bodies';
import { type PageFile } from './page-file';
import { readBodies } from './read-bodies';
import { readChannels } from './read-channels';
import { readComponents } from './read-components';
import { readHeading } from './read-heading';
import { readLegalBases } from './read-legal-bases';
import { readResults } from './read-results';
import { type Reading } from './reading';
import { type ProcedureRecord } from './record';
import { cutAt, letterTraps, oneLine, said } from './repair-text';
import { settleRecord } from './settle-record';

/** Of the 22 keys of a page these three are read; the others are cut from the whole text again. */
const pageShape = z.object({ raw_text: z.string(), detail_url: z.string(), formality_id: z.string() });

/**
 * Reads one collected page of the national portal. `listed` are the
 * implementing bodies of the portal's own list of codes, where it is at hand.
 * Text is repaired first; every doubt is a finding, and no doubtful time or fee
 * becomes a number.
 */
export function readPage(page: unknown, file: PageFile, listed?: readonly string[]): Reading {
  const published = readPublished(page, file, listed);
  if (published.record === undefined || hasTrap(published.findings, 'page-of-another-code'))
    return { record: undefined, code: file.code, findings: published.findings };
  return settleRecord(published.record, published.findings);
}

/** The same page as it was published, wrong numbers and all, before anything is settled: to be compared, never to be used. */
export function readPublished(page: unknown, file: PageFile, listed?: readonly string[]): Reading {
  const given = pageShape.safeParse(page);
  const parts = given.success ? cutPage(given.data.raw_text) : undefined;
  if (!given.success || !parts) return { record: undefined, code: file.code, findings: [finding('page-not-readable', 'record')] };
  const { heading, bodies, levels, channels, components, results, bases } = readParts(parts, listed);
  const code = oneLine(parts.code);
  const requirements = said(parts.requirements);
  const shown = requirements === null ? null : cutAt(requirements, 400);
  const record: ProcedureRecord = {
    code,
    ...without(heading),
    ministry: code === file.code ? file.ministry : null,
    portalId: portalIdOf(given.data),
    levelsJudged: levels.levels,
    ...without(bodies),
    ...without(channels),
    ...without(components),
    ...without(results),
    ...without(bases),
    requirements: shown?.text ?? null,
    requirementsCut: shown?.cut ? requirements!.length : null,
    onlineForm: onlineFormOf(parts.buttons),
    stepsChars: oneLine(parts.steps).length,
    doubts: [],
  };
  const findings = [
    ...(code === file.code ? [] : [finding('page-of-another-code', 'code', code)]),
    ...letterFindings(given.data.raw_text, parts),
    ...(given.data.formality_id === '' ? [finding('formality-id-empty', 'portalId')] : []),
    ...[heading, bodies, levels, channels, components, results, bases].flatMap((part) => part.findings),
    ...doubtfulHeading(record),
    ...mentionsDistrict(oneLine(given.data.raw_text)),
    ...doubtfulTimes(record),
    ...doubtfulFees(record),
    ...doubtfulContent(record),
  ];
  return { record: { ...record, doubts: [...new Set(findings.map((one) => one.trap))].sort() }, findings };
}

function readParts(parts: PageParts, listed: readonly string[] | undefined) {
  const heading = readHeading(parts);
  const bodies = readBodies(parts.bodies, listed);
  return {
    heading,
    bodies,
    levels: judgeLevels(heading.levelsStated, bodies.bodyKinds),
    channels: readChannels(parts.channels),
    components: readComponents(parts.components),
    results: readResults(parts.results),
    bases: readLegalBases(parts.legalBases),
  };
}

function without<Part extends { findings: Finding[] }>({ findings: _, ...rest }: Part): Omit<Part, 'findings'> {
  return rest;
}

function portalIdOf(page: { detail_url: string; formality_id: string }): string | null {
  return page.formality_id || (/([0-9a-f-]{36})$/u.exec(page.detail_url)?.[1] ?? null);
}

/** Which block the page offers for handing in online: it says more than the channel table, and less than a person. */
function onlineFormOf(buttons: string): ProcedureRecord['onlineForm'] {
  if (buttons.includes('-- Chọn Tỉnh/ Thành phố --')) return 'province';
  if (buttons.includes('-- Chọn Bộ ngành --')) return 'ministry';
  return buttons === '' ? 'none' : 'listed-no-place';
}

function letterFindings(rawText: string, parts: PageParts): Finding[] {
  const ofText = letterTraps(rawText).map((trap) => finding(trap, 'record'));
  const beforeSteps = rawText.slice(0, rawText.indexOf('Trình Tự Thực Hiện'));
  const heading = beforeSteps.slice(0, beforeSteps.length - parts.targets.length);
  return heading === heading.normalize('NFC') ? ofText : [...ofText, finding('name-or-field-not-nfc', 'name')];
}
