import { type Party } from '../../domain/party';
import { type Answers } from '../../forms/answers';
import { namedSubmitter } from '../../forms/named-people';
import { formOf } from '../../forms/published';
import { readPinnedForm } from '../../store/pinned-versions';
import { addressText, ownerParty, submitterParty } from '../../store/parties';
import { type Reader } from '../reader';
import { type LetterSubject } from './letter-frame';

/**
 * Whoever files, as letters name them. Where they can be reached is what they
 * declared in this dossier: the account may say what was right years ago.
 */
export async function letterSubmitter(reader: Reader, subject: LetterSubject): Promise<Party> {
  return { ...(await submitterParty(reader.tx, subject.dossier, subject.onDate)), ...(await declared(reader, subject)) };
}

/** Whose the result is, as letters name them; what was declared of the one who files is theirs where they file for themselves. */
export async function letterOwner(reader: Reader, subject: LetterSubject): Promise<Party> {
  const { dossier, onDate } = subject;
  const owner = await ownerParty(reader.tx, dossier, onDate);
  const isOwn = dossier.ownerPersonId !== null && dossier.ownerPersonId === dossier.submitterPersonId;
  return isOwn ? { ...owner, ...(await declared(reader, subject)) } : owner;
}

async function declared({ tx }: Reader, { dossier, onDate }: LetterSubject): Promise<Pick<Party, 'phone' | 'email' | 'address'>> {
  const form = formOf(await readPinnedForm(tx, dossier.procedureVersionId));
  const { phone, email, address } = namedSubmitter(form, dossier.answers as Answers);
  const line = address && (await addressText(tx, address, onDate));
  return { ...(phone ? { phone } : {}), ...(email ? { email } : {}), ...(line ? { address: line } : {}) };
}
