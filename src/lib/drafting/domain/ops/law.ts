import { titleKey } from '#lib/law/domain/title-key.ts';
import { readNumber } from '#lib/shared/read-number.ts';
import type { Checks } from '../check.ts';
import type { Values } from '../path.ts';
import type { Scope } from '../scope.ts';
import { type Statute, rangeFor } from '../statute.ts';
import { textOf } from '../value.ts';
import { type Verdict, NOT_APPLICABLE, PASSED, passIf, violated } from '../verdict.ts';
import type { Operations } from './operation.ts';

/** Binary fractions of a percentage of somebody's income. */
const DUST = 1e-6;

export const LAW: Operations<'cites' | 'cites_basis' | 'statute_range' | 'statute_upper'> = {
	cites: ({ path, law, article }, scope) =>
		passIf(
			citationsOf(scope.valueOf(path)).some((one) => names(one, { law, article })),
			() => violated(path, `${scope.labelOf(path)}没有引用${law}第${article}条`)
		),
	cites_basis: ({ path, basis }, scope) => {
		const row = scope.statutes.get(textOf(scope.valueOf(basis)));
		if (!row) return unknownRow({ basis }, scope);
		const { law, article, items } = row;
		const cited = citationsOf(scope.valueOf(path)).filter((one) => names(one, row));
		const isExact = cited.some(({ item }) => items === null || items.includes(numberOf(item)));
		if (isExact) return PASSED;
		const wanted = `${law}第${article}条${items === null ? '' : `第${items.join('、')}项之一`}`;
		return violated(path, `${scope.labelOf(path)}应引用${wanted}（${row.description}）`);
	},
	statute_range: (check, scope) => judgeAmount(check, scope, 'both'),
	statute_upper: (check, scope) => judgeAmount(check, scope, 'upper')
};

function judgeAmount(check: Checks['statute_range'], scope: Scope, ends: 'both' | 'upper'): Verdict {
	const row = scope.statutes.get(textOf(scope.valueOf(check.basis)));
	if (!row) return unknownRow(check, scope);
	const party = textOf(scope.valueOf(check.party_type));
	const { last_year_income: income } = (scope.case['party'] ?? {}) as Values;
	const range = rangeFor(row, party, income === '' || income === null ? undefined : income);
	if (range === 'unknown') return NOT_APPLICABLE;
	if (range === null) {
		return violated(
			check.basis,
			`${row.law}第${row.article}条（${row.description}）对${PARTIES[party] ?? party}没有罚款`
		);
	}
	const [min, max] = range;
	const amount = Number(scope.valueOf(check.amount));
	const isBelow = min === 0 ? amount <= 0 : amount < min - DUST;
	if (amount <= max + DUST && (ends === 'upper' || !isBelow)) return PASSED;
	const span = min === 0 ? `大于0、不超过${max}元` : min === max ? `${max}元` : `${min}元至${max}元`;
	return violated(check.amount, `${scope.labelOf(check.amount)}是${amount}元，法定幅度为${span}（${row.description}）`);
}

const PARTIES: Readonly<Record<string, string>> = { unit: '单位', person: '个人' };

function unknownRow({ basis }: Pick<Checks['statute_range'], 'basis'>, scope: Scope): Verdict {
	return violated(basis, `处罚依据表里没有“${textOf(scope.valueOf(basis))}”`);
}

interface Cited {
	readonly law?: unknown;
	readonly article?: unknown;
	readonly item?: unknown;
}

const citationsOf = (value: unknown) => (Array.isArray(value) ? value : [value]) as Cited[];

const names = ({ law, article }: Cited, row: Pick<Statute, 'law' | 'article'>) =>
	titleWithoutYear(textOf(law ?? '')) === row.law && articleOf(article) === row.article;

/** `《中华人民共和国安全生产法》（2021年修正）` is 安全生产法. */
const titleWithoutYear = (title: string) => titleKey(title).replace(/\((19|20)\d\d[^)]*\)$/, '');

/** `97`, `第九十七条` and `九十七` are one article; 之一 keeps its sub-number. */
function articleOf(value: unknown): string {
	const text = textOf(value ?? '').replace(/^第|条$/g, '');
	const number = readNumber(text);
	return number === null ? text : String(number);
}

function numberOf(item: unknown): number {
	return readNumber(textOf(item ?? '').replace(/[第项（）()]/g, '')) ?? NaN;
}
