import { compareText } from '#lib/shared/compare-text.ts';
import { type Deadline, formatLength, lastDayOf } from '#lib/shared/deadline.ts';
import { type Checks, type Comparison, DEADLINE_MODES } from '../check.ts';
import type { Path } from '../path.ts';
import type { Scope } from '../scope.ts';
import { textOf } from '../value.ts';
import { type Verdict, NOT_APPLICABLE, PASSED, passIf, violated } from '../verdict.ts';
import { amountOf } from './amount.ts';
import type { Operations } from './operation.ts';

const DAY_LENGTH = '2026-11-22'.length;

/** Two days, or a day and a minute: as days; two minutes: as minutes. Texts in this form sort by time. */
function compare(left: string, right: string): number {
	const length = Math.min(left.length, right.length) === DAY_LENGTH ? DAY_LENGTH : undefined;
	return compareText(left.slice(0, length), right.slice(0, length));
}

const IS_SO: Record<Comparison, (order: number) => boolean> = {
	'<': (order) => order < 0,
	'<=': (order) => order <= 0,
	'>': (order) => order > 0,
	'>=': (order) => order >= 0,
	'==': (order) => order === 0
};
const WORDS: Record<Comparison, string> = {
	...{ '<': '应早于', '<=': '不能晚于', '>': '应晚于', '>=': '不能早于', '==': '应与其同日：' }
};

const timeAt = (path: Path, scope: Scope) => textOf(scope.valueOf(path));
const shown = (time: string) => time.replace('T', ' ');

export const DATES: Operations<'date_cmp' | 'dates_all_le' | 'date_chain' | 'deadline' | 'no_overlap'> = {
	date_cmp: ({ a, cmp, b }, scope) => {
		const [left, right] = [timeAt(a, scope), timeAt(b, scope)];
		return passIf(IS_SO[cmp](compare(left, right)), () =>
			violated(a, `${scope.labelOf(a)} ${shown(left)} ${WORDS[cmp]}${scope.labelOf(b)} ${shown(right)}`)
		);
	},
	dates_all_le: ({ path, b }, scope) => {
		const until = timeAt(b, scope);
		const late = (scope.valueOf(path) as unknown[]).map(textOf).filter((day) => compare(day, until) > 0);
		return passIf(late.length === 0, () =>
			violated(path, `${scope.labelOf(path)} ${late.map(shown).join('、')} 晚于${scope.labelOf(b)} ${shown(until)}`)
		);
	},
	date_chain: ({ paths }, scope) => {
		const present = paths.filter((path) => scope.valueOf(path) !== undefined);
		if (present.length === 0) return NOT_APPLICABLE;
		for (const [index, path] of present.entries()) {
			const before = present[index - 1];
			if (!before || compare(timeAt(before, scope), timeAt(path, scope)) <= 0) continue;
			const [earlier, later] = [before, path].map((one) => `${scope.labelOf(one)} ${shown(timeAt(one, scope))}`);
			return violated(path, `${later} 早于${earlier}`);
		}
		return PASSED;
	},
	deadline: judgeDeadline,
	no_overlap: ({ start, end, people, others }, scope) => {
		const own = (scope.valueOf(people) as unknown[]).map(textOf);
		const span = { start_at: timeAt(start, scope), end_at: timeAt(end, scope) };
		for (const other of scope.valueOf(others) as Interview[]) {
			const shared = [other.cert_nos ?? []]
				.flat()
				.map(textOf)
				.filter((cert) => own.includes(cert));
			if (shared.length === 0 || !overlaps(span, other)) continue;
			const when = `${shown(other.start_at!)} 至 ${shown(other.end_at!)}`;
			return violated(start, `执法证号 ${shared.join('、')} 在 ${when} 的另一次询问中也有记录`);
		}
		return PASSED;
	}
};

interface Interview {
	readonly start_at?: string;
	readonly end_at?: string;
	readonly cert_nos?: string | readonly string[];
}

/** Half-open: one may end in the minute in which the other begins. */
function overlaps(one: Interview, other: Interview): boolean {
	if (!one.start_at || !one.end_at || !other.start_at || !other.end_at) return false;
	return one.start_at < other.end_at && other.start_at < one.end_at;
}

/** Ten years of days, longer than any period here: whoever writes more has mistyped, and counting has an end. */
const LONGEST_PERIOD = 3660;

function judgeDeadline({ start, end, unit, n, mode, rollover }: Checks['deadline'], scope: Scope): Verdict {
	const [from, until, length] = [
		timeAt(start, scope),
		timeAt(end, scope),
		Math.min(amountOf(n, scope), LONGEST_PERIOD)
	];
	// Hours cannot be counted from a day alone.
	if (unit === 'hour' && (from.length === DAY_LENGTH || until.length === DAY_LENGTH)) return NOT_APPLICABLE;
	const rolls = rollover ?? true;
	const { lastDay, end: lastMinute, unlistedYears }: Deadline = lastDayOf({ start: from, length, unit, rolls });
	const last = lastMinute ?? lastDay;
	const order = compare(until, last);
	const isKept = { within: order <= 0, after: order > 0, not_before: order >= 0 }[mode];
	if (isKept) return { outcome: 'passed', unlistedYears };
	const period = `自${scope.labelOf(start)} ${shown(from)} 起${formatLength(length, unit)}，到 ${shown(last)} 届满`;
	const detail = `${period}；${scope.labelOf(end)} ${shown(until)} ${DEADLINE_MODES[mode]}该日才对`;
	return { ...violated(end, detail), unlistedYears };
}
