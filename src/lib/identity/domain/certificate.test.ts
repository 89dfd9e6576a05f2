import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import {
	type CertificateState,
	type Urgency,
	certificateStateOn,
	isExpiredOn,
	remindOfCertificate
} from './certificate.ts';

const TODAY = '2026-11-20';

test.each<[number, CertificateState, Urgency | null]>([
	[400, 'valid', null],
	[61, 'valid', null],
	[60, 'soon', 'soon'],
	[31, 'soon', 'soon'],
	[30, 'soon', 'near'],
	[8, 'soon', 'near'],
	[7, 'soon', 'urgent'],
	[0, 'soon', 'urgent'],
	[-1, 'expired', 'expired'],
	[-400, 'expired', 'expired']
])('%i days before its last day: %s, %s', (left, state, urgency) => {
	const last = addDays(TODAY, left);
	expect(certificateStateOn(last, TODAY)).toBe(state);
	expect(remindOfCertificate(last, TODAY)?.urgency ?? null).toBe(urgency);
});

test('without a certificate there is nothing to expire', () => {
	expect([certificateStateOn(null, TODAY), isExpiredOn(null, TODAY)]).toEqual(['none', false]);
	expect(remindOfCertificate(null, TODAY)).toBeNull();
});

test('the words name the day', () => {
	expect(remindOfCertificate('2026-11-20', TODAY)?.text).toContain('今天到期');
	expect(remindOfCertificate('2026-12-01', TODAY)?.text).toContain('还有 11 天到期（2026年12月1日）');
	expect(remindOfCertificate('2026-11-19', TODAY)?.text).toContain('已于2026年11月19日到期');
});

test('a reminder never goes away before the certificate is renewed', () => {
	fc.assert(
		fc.property(fc.integer({ min: -500, max: 60 }), fc.integer({ min: 0, max: 500 }), (left, later) => {
			const last = addDays(TODAY, left);
			expect(remindOfCertificate(last, addDays(TODAY, later))).not.toBeNull();
		})
	);
});
