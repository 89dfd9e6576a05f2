/** How a sheet is kept; what is on it, and what sheets come to, is the matter of `domain/ballot`. */
export const BALLOT_KINDS = { real: '正式', shadow: '见习' } as const;
export type BallotKind = keyof typeof BALLOT_KINDS;

/** draft → sealed (the judge is done) → confirmed (looked at a second time). A correction is a new version with its reason. */
export const BALLOT_STATES = { draft: '填写中', sealed: '已提交', confirmed: '已确认' } as const;
export type BallotState = keyof typeof BALLOT_STATES;
