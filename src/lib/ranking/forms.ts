import * as v from 'valibot';
import type { Sheet } from './domain/awards/panel-scores.ts';
import { FINDINGS, type Finding, MOST_DEEDS } from './domain/awards/step.ts';

const LONGEST_REASON = 1000;
const words = (least: number, most: number, message: string) =>
	v.pipe(v.string(message), v.trim(), v.minLength(least, message), v.maxLength(most, `不超过 ${most} 个字`));
const id = v.pipe(v.string('请选择'), v.trim(), v.minLength(1, '请选择'));
const reason = words(4, LONGEST_REASON, '写明事实和理由，至少四个字');
const signer = words(2, 40, '写明签批人的姓名和职务');

/** Rooms that hold something to look up. */
const INSIDE = /^\/(ranking|cases|drafting|discretion|laws|public|arena|contests)(\/[\w\-./?=&%]*)?$/;
const toPath = (text: string) => text.replace(/^https?:\/\/[^/]+/, '');

/** One address a line; pasted ones lose their host. */
const evidence = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => text.split(/\s+/).filter(Boolean).map(toPath)),
	v.maxLength(5, '最多五个地址'),
	v.everyItem((path) => INSIDE.test(path), '只能是本平台内的地址，例如 /ranking/2026-10')
);

/** The figures of a version come under the names of its form; the rule itself is checked as those of the files are. */
export const ruleForm = v.pipe(
	v.looseObject({
		base: v.pipe(v.string('没有说在哪一版上改'), v.regex(/^(file-)?\d{1,4}$/, '没有说在哪一版上改')),
		effectiveFrom: v.pipe(v.string('选起用的日期'), v.regex(/^20\d{2}-\d{2}-01$/, '选起用的日期')),
		reason: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(LONGEST_REASON, `不超过 ${LONGEST_REASON} 个字`))
	}),
	v.transform(({ base, effectiveFrom, reason: why, ...rest }) => {
		const fields = Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
		return { base, effectiveFrom, reason: why, fields: Object.fromEntries(fields) };
	})
);
export const decideRuleForm = v.object({
	version: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number)),
	verdict: v.picklist(['confirmed', 'refused', 'withdrawn'], '选确认、退回或者撤回'),
	reason: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(LONGEST_REASON, `不超过 ${LONGEST_REASON} 个字`))
});
export const closeAssessmentForm = v.object({
	reason: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(LONGEST_REASON, `不超过 ${LONGEST_REASON} 个字`)),
	seen: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number))
});

export const openForm = v.object({
	choice: v.pipe(v.string('请选一期'), v.regex(/^[a-z0-9-]+\/[0-9Q-]+$/, '请选一期'))
});

const deeds = words(1, MOST_DEEDS, '写明事迹');
export const deedsForm = v.object({ officerId: id, deeds, evidence });
export const dissentForm = v.object({ officerId: id, reason, evidence });
export const verifyForm = v.object({
	...{ objectionId: id, reason },
	finding: v.picklist(Object.keys(FINDINGS) as Finding[], '请选成立还是不成立')
});
export const replaceForm = v.object({ reviewerId: id, reason });
export const revokeForm = v.object({ officerId: id, signer, reason });
export const lapseForm = v.object({ reason });
export const confirmForm = v.object({
	signer,
	seen: v.pipe(
		v.string(),
		v.transform((text) => text.split(',').filter(Boolean))
	)
});
export const nothingForm = v.object({});

const texts = (form: Readonly<Record<string, unknown>>, prefix: string) =>
	Object.entries(form).flatMap(([name, value]) =>
		name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value.trim()] as const] : []
	);

/** `pass-<id>: yes`, `reason-<id>`, `veto-<id>: on`, `size` */
export const qualifyForm = v.pipe(
	v.looseObject({
		size: v.pipe(
			v.string('写人数'),
			v.trim(),
			v.regex(/^\d{1,2}$/, '写 3 至 15 的数字'),
			v.transform(Number),
			v.minValue(3, '至少 3 人'),
			v.maxValue(15, '不超过 15 人')
		)
	}),
	v.transform(({ size, ...form }) => {
		const reasons = new Map(texts(form, 'reason-'));
		const vetoes = new Set(texts(form, 'veto-').map(([officerId]) => officerId));
		const decisions = texts(form, 'pass-').map(([officerId, pass]) => ({
			...{ officerId, passed: pass === 'yes', isVeto: vetoes.has(officerId) },
			reason: (reasons.get(officerId) ?? '').slice(0, LONGEST_REASON)
		}));
		return { size, decisions };
	})
);

/** `deeds-<id>` */
export const publiciseForm = v.pipe(
	v.looseObject({}),
	v.transform((form): Record<string, string> => Object.fromEntries(texts(form, 'deeds-')))
);

/** `mark/<nominee>/<criterion>: 8`, `reason/<nominee>/<criterion>` */
export const awardSheetForm = v.pipe(
	v.looseObject({}),
	v.transform((form): Sheet => {
		const marks: Record<string, Record<string, number>> = {};
		for (const [key, value] of texts(form, 'mark/')) {
			const [nominee, criterion] = key.split('/');
			if (nominee && criterion && /^\d{1,2}$/.test(value)) (marks[nominee] ??= {})[criterion] = Number(value);
		}
		const reasons = texts(form, 'reason/').map(([key, text]) => [key, text.slice(0, LONGEST_REASON)]);
		return { marks, reasons: Object.fromEntries(reasons.filter(([, text]) => text !== '')) as Record<string, string> };
	})
);
