import { type AccessLogPage } from '../contract/history-shapes';
import { type NamedAccess } from '../store/access-log';
import { instant } from './time-left';

/** One line of the access log, with names. */
export function presentAccess(line: NamedAccess): AccessLogPage['items'][number] {
  const { at, staffName, postTitle, agencyName, endpoint, dossierId, dossierCode, personId, found } = line;
  return { at: instant(at), staffName, postTitle, agencyName, endpoint, dossierId, dossierCode, personId, found };
}
