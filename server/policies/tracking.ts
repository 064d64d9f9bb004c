/**
 * Tracking asks for no name, so that anybody can type codes in a row. What it
 * shows is not personal; that it cannot be milked for the whole register is the
 * work of these limits: so many questions from one address (an office or a
 * household behind it), and so many for one code.
 */
export const TRACKING_BY_ADDRESS = { scope: 'tracking:address', limit: 60, windowSeconds: 600, lockSeconds: 600 } as const;
export const TRACKING_BY_CODE = { scope: 'tracking:code', limit: 60, windowSeconds: 3600, lockSeconds: 600 } as const;
