import type { Chosen } from './party-case.ts';
import { SANCTIONS } from './sanctions.ts';
import { STAGES } from './stages.ts';
import { type Statutory, branchApplies } from './statutory-range.ts';
import { isSanctioned, meets } from './subjects.ts';

/** What the officer must still look at before signing: nothing of it changes the computed amount. */
export function cautionsOn(at: Chosen, statutory: Statutory | null): void {
	if (statutory) cautionsOnFine(at, statutory);
	cautionsOnStage(at);
	cautionsOnParties(at);
	cautionsOnSanctions(at);
}

function cautionsOnFine({ rule, book, notes: { warnings }, violation }: Chosen, { fine, min }: Statutory): void {
	const { accidentSubranges } = book.jurisdiction;
	if (fine.kind === 'range_by_accident_level' && !accidentSubranges.enabled) {
		warnings.push(
			`${rule.id}：没有启用事故罚款的细分档次（${accidentSubranges.source}）；细分后的下限可能高于这里的数额，决定前必须核对。`
		);
	}
	if (!fine.mandatory) warnings.push(`${rule.id}：法律写的是“可以”处罚款，罚与不罚都要说明理由。`);
	if (min === 0 && fine.mandatory)
		warnings.push(`${rule.id}：没有下限但应当处罚款，数额必须大于0；不罚只能走不予处罚的理由。`);
	if (fine.when?.gravity === 'ordinary')
		warnings.push(`${rule.id}：按一般情形计算；情节特别严重的幅度更高，须另有理由。`);
	const { illegalIncome } = violation.facts;
	if (fine.when?.illegalIncomeBelow !== undefined && illegalIncome === undefined)
		warnings.push(`${rule.id}：没有写违法所得，按没有违法所得处理；查明后要重新选择幅度。`);
	if (fine.singleOrCombined && (illegalIncome ?? 0) > 0)
		warnings.push(`${rule.id}：这一档可以单处或者并处，没收违法所得并处罚款的，要写明并处。`);
}

/** The later stages stand on documents; dates that are not given are not proven either. */
function cautionsOnStage({ rule, stage, violation, notes: { warnings } }: Chosen): void {
	if (stage === 'first' || stage === 'accident') return;
	const { orderServedOn, reinspectedOn } = violation.facts;
	const missing = [!orderServedOn && '责令改正文书的送达日', !reinspectedOn && '复查日'].filter(Boolean);
	if (missing.length === 0) return;
	warnings.push(
		`${rule.id}：“${STAGES[stage]}”的要件是${rule.stages[stage]!.trigger}；没有写${missing.join('和')}，案卷里必须有。`
	);
}

/** A stage that fines several subjects, and a file that names not all of them. */
function cautionsOnParties({ rule, stage, violation, notes: { warnings } }: Chosen): void {
	for (const fine of rule.stages[stage]?.fines ?? []) {
		if (!fine.mandatory || !branchApplies(fine, violation.facts.illegalIncome)) continue;
		if (violation.parties.some(({ party }) => meets(fine.subject, party))) continue;
		warnings.push(`${rule.id}：“${STAGES[stage]}”还应对${fine.subject}处罚款（分别裁量），本次没有列入该当事人。`);
	}
}

function cautionsOnSanctions({ rule, stage, party, violation, notes: { warnings } }: Chosen): void {
	for (const { code, target, mandatory, condition } of rule.stages[stage]?.sanctions ?? []) {
		const { label, hearing } = SANCTIONS[code];
		if (
			code === 'confiscate_income' &&
			violation.facts.illegalIncome === undefined &&
			isSanctioned(target, party.party)
		)
			warnings.push(`${rule.id}：违法所得没有查明；有违法所得的应当没收，没有的在案卷里写明。`);
		if (mandatory && !violation.parties.some((one) => isSanctioned(target, one.party)))
			warnings.push(`${rule.id}：还应对${target}${label}，本次没有列入该当事人。`);
		if (!mandatory && code !== 'confiscate_income' && isSanctioned(target, party.party)) {
			const heard = hearing ? '；适用的，告知听证权' : '';
			warnings.push(`${rule.id}：${condition ?? '必要时'}，可以对${target}${label}，须单独说明理由${heard}。`);
		}
	}
}
