import * as v from 'valibot';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import { type ContentFault, about, citation, day, line, provenance, slug } from '#lib/platform/content-files.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import { AREAS, type Area } from '#lib/shared/piece.ts';
import { isDay } from '#lib/shared/time.ts';
import { type CaseParts, POLARITIES, type Polarity, SOURCE_KINDS, type SourceKind } from '../../domain/case.ts';
import { type Defect, GRAVITIES, type Gravity } from '../../domain/defect.ts';
import { findJudgementFaults } from '../../domain/judgement.ts';
import { type LinkedMaterial, findLinkFaults } from '../../domain/linked-material.ts';
import { findReveal } from '../../domain/reveals.ts';

/** `2026-03-18T09:20`, a day and hour that exist. */
const isMoment = (text: string) => isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));

const shortLine = v.pipe(line, v.maxLength(80, '不超过 80 字'));

const defect = v.strictObject({
	what: shortLine,
	area: v.picklist(Object.keys(AREAS) as [Area]),
	rule: v.optional(line),
	citation: v.optional(citation),
	gravity: v.picklist(Object.keys(GRAVITIES) as [Gravity]),
	better: shortLine
});

/** Front matter of a case. */
export const frontSchema = v.strictObject({
	...provenance,
	...about,
	lead: v.pipe(line, v.maxLength(80, '提要不超过 80 字')),
	polarity: v.picklist(Object.keys(POLARITIES) as [Polarity]),
	timeline: v.pipe(
		v.array(
			v.strictObject({
				at: v.pipe(v.string(), v.check(isMoment, '时间写作 2026-03-18T09:20')),
				text: line,
				fold: v.optional(v.boolean())
			})
		),
		v.minLength(3)
	),
	sourceKind: v.picklist(Object.keys(SOURCE_KINDS) as [SourceKind]),
	redaction: v.variant('state', [
		v.strictObject({ state: v.literal('not-needed') }),
		v.strictObject({ state: v.literal('checked'), by: line, on: day })
	]),
	people: v.pipe(
		v.array(v.strictObject({ who: line, role: line })),
		v.minLength(2, '至少写两个人'),
		v.maxLength(8, '至多写八个人')
	),
	well: v.optional(v.array(shortLine), []),
	defects: v.optional(v.array(defect), []),
	related: v.strictObject({
		items: v.optional(v.array(slug), []),
		tasks: v.optional(v.array(slug), []),
		practice: v.optional(v.array(slug), [])
	}),
	decide: v.optional(slug),
	note: v.optional(line)
});
export type Front = v.InferOutput<typeof frontSchema>;

interface Around {
	readonly known: LinkedMaterial;
	readonly at: (field: string, message: string) => ContentFault;
	/** Null, and a fault told elsewhere, when there is no such article on the day. */
	cite(cited: Citation, field: string): ResolvedCitation | null;
}

/** Everything around the text, with what is wrong about it. */
export function readParts(front: Front, { known, at, cite }: Around): { parts: CaseParts; faults: ContentFault[] } {
	const { sourceKind, redaction, people, well, related } = front;
	const faults: ContentFault[] = [];
	if (sourceKind === 'anonymised' && redaction.state !== 'checked') {
		faults.push(at('redaction', '真实案件改编的，要有人核对过隐去情况：{state: checked, by: 姓名, on: 日期}'));
	}
	const defects = front.defects.map((one, index): Defect => {
		const field = `defects.${index}`;
		const { rule: ruleId, citation: cited, ...rest } = one;
		const rule = ruleId === undefined ? null : (known.rules?.get(ruleId) ?? null);
		if (ruleId !== undefined && known.rules && !rule) faults.push(at(`${field}.rule`, `文书规则里没有 ${ruleId}`));
		if (ruleId === undefined && !cited) faults.push(at(field, '写明规则编号 rule 或法条 citation'));
		return { ...rest, rule, citation: cited ? cite(cited, `${field}.citation`) : null };
	});
	const parts: CaseParts = {
		...{ sourceKind, people, well, defects, related },
		redaction: redaction.state === 'checked' ? { by: redaction.by, on: redaction.on } : null,
		...{ decide: front.decide ?? null, note: front.note ?? null }
	};
	const found = [...findJudgementFaults(front), ...findLinkFaults(parts, known), ...findRevealFaults(front)];
	faults.push(...found.map(({ field, message }) => at(field, message)));
	return { parts, faults };
}

/** What is read before the officer decides must not tell what was decided. */
function findRevealFaults({ decide, title, lead, timeline }: Front): { field: string; message: string }[] {
	if (decide === undefined) return [];
	const open = timeline.map(({ fold, text }, index) => ({ field: `timeline.${index}`, text: fold ? '' : text }));
	return [{ field: 'title', text: title }, { field: 'lead', text: lead }, ...open].flatMap(({ field, text }) => {
		const told = findReveal(text);
		if (told === null) return [];
		const remedy = field.startsWith('timeline') ? '这一行加 fold: true' : '换个说法';
		return [{ field, message: `先裁后看的案例，这里透露了结果“${told}”：${remedy}` }];
	});
}
