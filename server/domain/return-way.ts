import { type ReturnWay } from './channels';

/** How a result is to go back, as the dossier's row keeps it. */
export interface ChosenWay {
  readonly returnWay: ReturnWay;
  readonly returnAddress: Readonly<Record<string, unknown>> | null;
}

/** Whether the applicant has declared that the postman collects the fees at the door (R08). */
export function isCashOnDelivery({ returnWay, returnAddress }: ChosenWay): boolean {
  return returnWay === 'post' && returnAddress?.['isCashOnDelivery'] === true;
}
