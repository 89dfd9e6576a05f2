import { expect, test } from 'vitest';
import { instantOf } from '#lib/shared/time.ts';
import { type Deciding, type OpenRequest, describeRequest, expiryOf, judgeDecision } from './duty-request.ts';

const ASKED = instantOf('2026-11-20', '09:00');
const LATER = instantOf('2026-11-23', '09:00');
const open: OpenRequest = { personId: 'wei', requestedBy: 'guan', expiresAt: expiryOf(ASKED), verdict: null };
const confirm: Deciding = { by: 'qi', decision: 'confirmed', reason: '', isSecondPerson: true };

test.each<[Partial<OpenRequest>, Partial<Deciding>, string | null]>([
	[{}, {}, null],
	[{}, { decision: 'rejected', reason: '人选另有安排。' }, null],
	[{}, { decision: 'rejected', reason: '不行' }, 'no-reason'],
	[{}, { by: 'guan' }, 'own-request'],
	[{}, { by: 'guan', decision: 'rejected', reason: '人选另有安排。' }, 'own-request'],
	[{}, { by: 'guan', decision: 'withdrawn', isSecondPerson: false }, null],
	[{}, { decision: 'withdrawn' }, 'not-own'],
	[{}, { by: 'wei' }, 'about-oneself'],
	[{}, { isSecondPerson: false }, 'not-second'],
	[{ verdict: 'confirmed' }, {}, 'already-decided'],
	[{ verdict: 'withdrawn' }, {}, 'already-decided'],
	[{ expiresAt: LATER }, {}, 'expired'],
	[{ expiresAt: LATER }, { by: 'guan', decision: 'withdrawn' }, 'expired']
])('%j decided by %j: %s', (request, given, code) => {
	const judged = judgeDecision({ ...open, ...request }, { ...confirm, ...given }, LATER);
	expect(judged.ok ? null : judged.refusal.code).toBe(code);
});

test('a request can be decided for seven days to the minute', () => {
	const at = (day: string, clock: string) => judgeDecision(open, confirm, instantOf(day, clock)).ok;
	expect([at('2026-11-27', '08:59'), at('2026-11-27', '09:00')]).toEqual([true, false]);
});

test('a request in words', () => {
	expect(describeRequest({ kind: 'grant', role: 'supervisor' })).toBe('授予督导');
	expect(describeRequest({ kind: 'reset-password', role: null })).toBe('重设初始密码');
});
