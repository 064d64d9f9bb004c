/** What somebody asks to see of the waiting work: what they may do now, what they hold, what nobody holds, or all that they may look at. */
export const WORK_VIEWS = ['open', 'mine', 'nobody', 'all'] as const;
export type WorkView = (typeof WORK_VIEWS)[number];
