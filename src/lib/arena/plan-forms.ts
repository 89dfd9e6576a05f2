import * as v from 'valibot';
import { instantOf, isMoment } from '#lib/shared/time.ts';
import { RESULT_RULES, type ResultRule } from './domain/ballot/match-result.ts';
import { MODES, type Mode } from './domain/hearing/case-file.ts';

/** The form that plans a hearing. */
export const PLAN_FORM = v.object({
	bundleId: v.pipe(v.string('选一个案卷。'), v.nonEmpty('选一个案卷。')),
	procedureId: v.pipe(v.string('选一个程序。'), v.nonEmpty('选一个程序。')),
	title: v.pipe(v.string('写一个名称。'), v.trim(), v.nonEmpty('写一个名称。'), v.maxLength(80, '名称至多 80 字。')),
	mode: v.picklist(Object.keys(MODES) as Mode[], '选一种方式。'),
	resultRule: v.picklist(Object.keys(RESULT_RULES) as ResultRule[], '选一种计分办法。'),
	startsAt: v.pipe(v.string('写明开庭时间。'), v.check(isMoment, '写明开庭的日期和时间。')),
	isPublic: v.optional(v.string(), '')
});

/** The plan as the use-case takes it; the hour is that of the bureau's place. */
export function readPlanForm({ startsAt, isPublic, ...rest }: v.InferOutput<typeof PLAN_FORM>) {
	const [day = '', clock = ''] = startsAt.split('T');
	return { ...rest, startsAt: instantOf(day, clock), isPublic: isPublic === 'yes' };
}
