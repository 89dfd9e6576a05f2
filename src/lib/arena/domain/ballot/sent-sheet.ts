import * as v from 'valibot';
import { SHEET_BODY } from './sheet-body.ts';
import { BALLOT_KINDS, type BallotKind } from '../hearing/ballot-record.ts';

const SENT = v.strictObject({
	step: v.picklist(['save', 'seal', 'confirm'], '页面已经过期，请刷新再试。'),
	kind: v.picklist(Object.keys(BALLOT_KINDS) as BallotKind[]),
	side: v.picklist(['plaintiff', 'defendant']),
	seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
	reason: v.pipe(v.string(), v.maxLength(500, '理由至多 500 字。')),
	body: SHEET_BODY
});
export type SentSheet = v.InferOutput<typeof SENT>;

export const readSentSheet = (sent: unknown) => v.safeParse(SENT, sent);
