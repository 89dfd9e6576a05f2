import { formatReference } from '#lib/shared/citation.ts';
import { formatMoney } from '#lib/shared/money.ts';
import { describeFine } from './describe-fine.ts';
import type { Branch, Fine } from './fine.ts';
import type { PenaltyArticle, Provision, StageRule } from './provision.ts';
import { SANCTIONS, type Sanction } from './sanctions.ts';
import { STAGES, type Stage } from './stages.ts';

export interface FineLine {
	readonly subject: string;
	/** Which branch of the stage; null = there is one only. */
	readonly branch: string | null;
	readonly figures: readonly string[];
	readonly duty: '应当' | '可以';
}

export interface SanctionLine {
	readonly label: string;
	readonly target: string;
	/** Null = must be imposed. */
	readonly condition: string | null;
}

/** One stage of a provision as a page shows it. */
export interface StageBlock {
	readonly stage: Stage;
	readonly label: string;
	readonly trigger: string;
	readonly order: string | null;
	readonly fines: readonly FineLine[];
	readonly sanctions: readonly SanctionLine[];
	/** Sentences: dual penalty, hearing, what has no fine. */
	readonly remarks: readonly string[];
}

const fineLine = (fine: Fine): FineLine => ({
	subject: fine.subject,
	branch: fine.when ? branchText(fine.when) + (fine.singleOrCombined ? '（单处或者并处）' : '') : null,
	figures: describeFine(fine),
	duty: fine.mandatory ? '应当' : '可以'
});

function branchText({ text, illegalIncomeFrom, illegalIncomeBelow }: Branch): string {
	if (illegalIncomeFrom !== undefined) return `违法所得${formatMoney(illegalIncomeFrom)}以上`;
	if (illegalIncomeBelow !== undefined) return `没有违法所得，或违法所得不足${formatMoney(illegalIncomeBelow)}`;
	return text;
}

const sanctionLine = ({ code, target, mandatory, condition }: Sanction): SanctionLine => ({
	label: SANCTIONS[code].label,
	target,
	condition: mandatory ? null : (condition ?? '可以')
});

/** The stages of a provision in their order, with figures in words. */
export function stageTable(provision: Pick<Provision, 'stages' | 'dualPenalty' | 'hearing'>): StageBlock[] {
	return (Object.keys(STAGES) as Stage[]).flatMap((stage) => {
		const rule = provision.stages[stage];
		if (!rule) return [];
		return [
			{
				...{ stage, label: STAGES[stage], trigger: rule.trigger, order: rule.order },
				fines: rule.fines.map(fineLine),
				sanctions: rule.sanctions.map(sanctionLine),
				remarks: remarksOn(provision, stage, rule)
			}
		];
	});
}

function remarksOn(
	{ dualPenalty, hearing }: Pick<Provision, 'dualPenalty' | 'hearing'>,
	stage: Stage,
	rule: StageRule
) {
	const dual = dualPenalty[stage];
	const remarks: string[] = [];
	if (rule.fines.length === 0) remarks.push('这一阶段没有罚款。');
	if (dual?.unitAlsoFined) remarks.push(`一案双罚：单位与${dual.person}分别裁量、分别告知、分别作决定。`);
	else if (dual) remarks.push(`罚款只对${dual.person}；单位承担的是其他处罚，没有新的罚款。`);
	if (hearing[stage] === true) remarks.push('可能达到听证标准，以本地标准为准；按拟处罚的数额和种类告知听证权。');
	if (hearing[stage] === 'conditional') remarks.push('附条件的处罚种类一旦适用，要告知听证权；数额以本地标准为准。');
	return remarks;
}

/** `第九十七条第一款第（三）项`, with the part where it has no number: `（后段）`, `第1-6项`. */
export function penaltyReference({ article, paragraph, item, part }: Omit<PenaltyArticle, 'law' | 'version'>): string {
	const reference = formatReference({ article, paragraph, item });
	if (part === undefined) return reference;
	return /^\d+-\d+$/.test(part) ? `${reference}第${part.replace('-', '至')}项` : `${reference}（${part}）`;
}

export interface StageLine {
	/** Null = the stage has no fine. */
	readonly fine: FineLine | null;
	readonly sanctions: readonly SanctionLine[];
}

/** The lines of a stage in a table: each fine with the sanctions that meet the same subject; the rest stand on the first. */
export function linesOf({ fines, sanctions }: Pick<StageBlock, 'fines' | 'sanctions'>): StageLine[] {
	const lines: (FineLine | null)[] = fines.length > 0 ? [...fines] : [null];
	const placeOf = ({ target }: SanctionLine) =>
		Math.max(
			0,
			lines.findIndex((fine) => fine?.subject === target)
		);
	return lines.map((fine, at) => ({ fine, sanctions: sanctions.filter((one) => placeOf(one) === at) }));
}

/** The remarks of all stages, each once with the stages that it holds for: `首次查实、逾期未改正：…`. */
export function remarksOf(stages: readonly StageBlock[]): string[] {
	const labels = new Map<string, string[]>();
	for (const { label, remarks } of stages) {
		for (const remark of remarks) labels.set(remark, [...(labels.get(remark) ?? []), label]);
	}
	return [...labels].map(([remark, list]) => `${list.join('、')}：${remark}`);
}
