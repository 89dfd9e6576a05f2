import { type Day, daysBetween, formatDay } from '#lib/shared/time.ts';

/** A certificate is looked after from here on. */
export const SOON_DAYS = 60;

export type CertificateState = 'valid' | 'soon' | 'expired' | 'none';

/** Where a certificate stands on a day; its last day still counts. */
export function certificateStateOn(expiresOn: Day | null, today: Day): CertificateState {
	if (!expiresOn) return 'none';
	const left = daysBetween(today, expiresOn);
	return left < 0 ? 'expired' : left <= SOON_DAYS ? 'soon' : 'valid';
}

export const isExpiredOn = (expiresOn: Day | null, day: Day): boolean =>
	certificateStateOn(expiresOn, day) === 'expired';

/** soon: on the first page only · near: on every page · urgent and expired: so that it cannot be missed. */
export const URGENCIES = [
	{ urgency: 'urgent', days: 7 },
	{ urgency: 'near', days: 30 },
	{ urgency: 'soon', days: SOON_DAYS }
] as const;
export type Urgency = (typeof URGENCIES)[number]['urgency'] | 'expired';

export interface Reminder {
	readonly urgency: Urgency;
	readonly text: string;
}

/** What the holder of a certificate is told 60, 30 and 7 days before its last day, and afterwards; null when there is nothing to say. */
export function remindOfCertificate(expiresOn: Day | null, today: Day): Reminder | null {
	if (!expiresOn) return null;
	const left = daysBetween(today, expiresOn);
	if (left < 0) {
		const text = `执法证已于${formatDay(expiresOn)}到期。换证并由管理员登记以前，不能在计分的庭审里担任一方。`;
		return { urgency: 'expired', text };
	}
	const found = URGENCIES.find(({ days }) => left <= days);
	if (!found) return null;
	const when = left === 0 ? '今天到期' : `还有 ${left} 天到期（${formatDay(expiresOn)}）`;
	return { urgency: found.urgency, text: `执法证${when}，请办理换证，并把新的有效期告诉管理员。` };
}
