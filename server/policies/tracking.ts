import { type TryRule } from './entrance';

/**
 * Tracking asks for no name, so that anybody can type codes in a row. What it
 * shows is not personal; that nobody milks it for the whole register is the work
 * of these limits: so many questions from one address (an office or a household
 * may stand behind it), and so many for one code.
 */
export const TRACKING_BY_ADDRESS: TryRule = { scope: 'tracking:address', limit: 60, windowSeconds: 600, lockSeconds: 600 };
export const TRACKING_BY_CODE: TryRule = { scope: 'tracking:code', limit: 30, windowSeconds: 600, lockSeconds: 600 };
