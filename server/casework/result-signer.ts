import { localDateOf } from '../domain/local-time';
import { refuseUnless } from '../domain/refusal';
import { signersOf } from '../store/authorities';
import { type AuthorityRow } from '../store/models/authority';
import { type DossierRow } from '../store/models/dossier';
import { type Context } from './context';

/** The lines under a document: 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', the name. */
export type SignerLines = { authority?: string; position: string; name: string };
export type NamedSigner = { staffId: string; lines: SignerLines };

/**
 * Whose name the document bears: the one who was asked for, or whoever signs
 * such documents of this agency in their own office. Nobody is printed under a
 * document who may not sign it today (NĐ 30/2020, Annex I, II.7).
 */
export async function readSigner(
  { tx, now }: Context,
  { agencyId, procedureCode }: Pick<DossierRow, 'agencyId' | 'procedureCode'>,
  staffId: string | null,
): Promise<NamedSigner> {
  const onDate = localDateOf(now);
  const signers = await signersOf(tx, { agencyId, scope: procedureCode, onDate });
  const signer = staffId === null ? signers[0] : signers.find((one) => one.staffId === staffId);
  refuseUnless(signer, 'authority-missing', { documentKind: procedureCode, on: onDate });
  return { staffId: signer.staffId, lines: signerLines(signer, signer.fullName) };
}

/** How an authority is printed: its formula with the one in whose stead, then the signer's own position. */
export function signerLines({ formula, onBehalfOf, position }: AuthorityRow, name: string): SignerLines {
  const authority = formula === 'none' ? '' : `${formula} ${onBehalfOf ?? ''}`.trim();
  return { ...(authority ? { authority } : {}), position, name };
}
