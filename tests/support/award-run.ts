import type { Honour } from '#lib/ranking/domain/awards/honour.ts';
import { checkEligibility } from '#lib/ranking/domain/awards/eligibility.ts';
import type { Sheet } from '#lib/ranking/domain/awards/panel-scores.ts';
import type { Proposed } from '#lib/ranking/domain/awards/proposal.ts';
import type { Run } from '#lib/ranking/domain/awards/run.ts';
import type { Act, Detail, Step } from '#lib/ranking/domain/awards/step.ts';
import { takeStep } from '#lib/ranking/domain/awards/take-step.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Day } from '#lib/shared/time.ts';

/** The star as shipped, with two criteria. */
export const STAR: Honour = {
	...{ id: 'star', name: '执法之星', kind: 'person', offered: true, cycle: 'month', cycles: ['month'] },
	...{ quota: { per: 20, least: 1 }, inARow: false, candidates: 3, panel: { size: 3, dropFrom: 5 } },
	workdays: { eligibility: 3, review: 5, publicity: 5, verify: 5, confirm: 2 },
	extremes: { low: 3, high: 10 },
	criteria: [
		{ id: 'skill', name: '业务能力', weight: 60, hint: '' },
		{ id: 'conduct', name: '作风', weight: 40, hint: '' }
	],
	tieBreaks: ['first-criterion', 'board-total']
};
export const FRAME = { honour: STAR, cycle: '2026-10' };

/** Somebody proposed with a total in basis points. */
export function proposed(officerId: string, total: number, certificateExpiresOn: Day | null = '2028-01-30'): Proposed {
	const candidate = { isActive: true, certificateExpiresOn, hadLast: false, veto: null };
	return {
		...{ officerId, unitId: `unit-${officerId}` },
		figure: {
			officerId,
			unitId: `unit-${officerId}`,
			rank: 1,
			total,
			fresh: total,
			retained: null,
			ranked: 1,
			months: 1
		},
		checks: checkEligibility(candidate, { honour: STAR, today: '2026-11-02', before: '2026-09' })
	};
}

/** Every mark of a sheet the same, or by nominee. */
export function sheetOf(nominees: readonly string[], mark: number | Readonly<Record<string, number>>): Sheet {
	const of = (id: string) => (typeof mark === 'number' ? mark : (mark[id] ?? 5));
	return {
		marks: Object.fromEntries(nominees.map((id) => [id, { skill: of(id), conduct: of(id) }])),
		reasons: Object.fromEntries(
			nominees.flatMap((id) => STAR.criteria.map((one) => [`${id}/${one.id}`, '有具体的事例。']))
		)
	};
}

export const noticeOf = (nomineeId: string) => ({ nomineeId, name: nomineeId, unitName: '大队', deeds: '事迹。' });

/** A selection that takes steps one after the other and keeps its log. */
export class Story {
	run: Run | null = null;
	readonly log: Step[] = [];

	take<A extends Act>(act: A, detail: Detail<A>, { by = 'supervisor', on = '2026-11-02' } = {}): Result<Run> {
		const step = { act, detail, number: this.log.length + 1, personId: by, on } as unknown as Step;
		const taken = takeStep(this.run, step, FRAME);
		if (taken.ok) {
			this.run = taken.value;
			this.log.push(step);
		}
		return taken;
	}

	/** The code of the refusal, or `ok`. */
	outcome<A extends Act>(act: A, detail: Detail<A>, how: { by?: string; on?: Day } = {}): string {
		const taken = this.take(act, detail, how);
		return taken.ok ? 'ok' : taken.refusal.code;
	}

	open(...nominees: readonly Proposed[]): this {
		this.take('open', { places: 1, officers: 32, nominees, passedOver: [], boards: {} });
		return this;
	}

	/** Everybody passes, and three judge. */
	qualify(panel: readonly string[] = ['p1', 'p2', 'p3'], on: Day = '2026-11-03'): string {
		const verdicts = this.run!.nominees.map(({ officerId, checks }) => {
			return { nomineeId: officerId, passed: true, reason: '', checks };
		});
		return this.outcome('qualify', { verdicts, panel, seed: 5, pool: 6 }, { on });
	}

	/** All sheets, the same from everybody. */
	judge(mark: number | Readonly<Record<string, number>>, on: Day = '2026-11-05'): this {
		const nominees = this.run!.nominees.map(({ officerId }) => officerId);
		for (const { reviewerId } of this.run!.panel)
			this.take('sign', { sheet: sheetOf(nominees, mark) }, { by: reviewerId, on });
		return this;
	}
}
