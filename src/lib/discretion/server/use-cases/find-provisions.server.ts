import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { limitOn } from '../../domain/calculator-limit.ts';
import { searchProvisions } from '../../domain/calculator-search.ts';
import type { Provision } from '../../domain/provision.ts';
import { currentProvisionIndex, currentRuleBooks } from './current-rule-book.server.ts';

const LONGEST = 60;

/**
 * Provisions by words, law or article number, grouped by law, each with whether a fine can be computed from it.
 * @param question what was typed; '' = nothing yet
 * @param law all rules of this law; null = none asked for
 */
export async function findProvisions(ctx: Ctx, question: string, law: string | null) {
	authorise(ctx, 'discretion.calculate');
	const { book, finder } = currentRuleBooks().values().next().value!;
	const asked = [...question.trim()].slice(0, LONGEST).join('');
	const all = [...book.provisions.values()];
	const chosen = all.filter(({ penalty }) => penalty.law === law);
	const found = asked !== '' ? searchProvisions(currentProvisionIndex(), asked) : chosen;
	const today = dayOf(ctx.now);
	const titles = book.frame.laws;
	const laws = [...new Set(found.map(({ penalty }) => penalty.law))];
	return {
		...{ asked, law: chosen.length > 0 ? law : null },
		groups: laws.map((id) => ({
			...{ id, title: titles[id] ?? id },
			rows: found
				.filter(({ penalty }) => penalty.law === id)
				.map((rule) => ({
					...{
						id: rule.id,
						violation: rule.violation,
						reference: finder.nameOf(rule.id).replace(titles[id] ?? '', '')
					},
					...whetherComputable(rule, today)
				}))
		})),
		laws: Object.entries(titles).map(([id, title]) => {
			const own = all.filter(({ penalty }) => penalty.law === id);
			return {
				id,
				title,
				total: own.length,
				computable: own.filter(({ verified, scorable }) => verified && scorable).length
			};
		})
	};
}
export type FoundProvisions = Awaited<ReturnType<typeof findProvisions>>;

function whetherComputable(rule: Provision, today: string) {
	if (!rule.verified) return { isComputable: false, remark: '数额没有对照官方文本，不据此计算' };
	if (!rule.scorable) return { isComputable: false, remark: '指引或机制条款，自身没有可计算的罚款' };
	return { isComputable: true, remark: limitOn(rule, today) };
}
