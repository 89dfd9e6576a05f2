import { doesFit } from './consequences.ts';
import { type Finding, type KeyEntry, type Ruling, fieldOf, sameAs } from './finding.ts';

export interface FoundEntry {
	readonly finding: Finding;
	readonly entry: KeyEntry;
	readonly isPlaceRight: boolean;
	readonly isSeverityRight: boolean;
	readonly isConsequenceRight: boolean;
}

export interface ExtraFinding {
	readonly finding: Finding;
	/** Null = nobody has decided yet; until then it counts as wrong. */
	readonly ruling: Ruling | null;
}

export interface ReviewScore {
	readonly found: readonly FoundEntry[];
	readonly missed: readonly KeyEntry[];
	readonly extra: readonly ExtraFinding[];
	/** 0–100 with one decimal. */
	readonly precision: number;
	readonly recall: number;
	readonly f1: number;
	/** How the figures came about, in words. */
	readonly reasons: readonly string[];
}

/**
 * Compares what was marked with what there is: same rule at the same document is a hit; place, severity and consequence are
 * told beside it and change nothing in F1 = 2PR / (P + R).
 */
export function matchFindings(
	findings: readonly Finding[],
	key: readonly KeyEntry[],
	rulings: readonly Ruling[]
): ReviewScore {
	const found = findings.flatMap((finding) => {
		const entry = key.find(sameAs(finding));
		return entry ? [compare(finding, entry)] : [];
	});
	const missed = key.filter((entry) => !findings.some(sameAs(entry)));
	const extra = findings
		.filter((finding) => !key.some(sameAs(finding)))
		.map((finding) => ({ finding, ruling: rulings.find(sameAs(finding)) ?? null }));
	const precision = findings.length === 0 ? 0 : found.length / findings.length;
	const recall = key.length === 0 ? 1 : found.length / key.length;
	const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
	const figures = { precision: percent(precision), recall: percent(recall), f1: percent(f1) };
	return { found, missed, extra, ...figures, reasons: [...explain(findings.length, key.length, { found, extra })] };
}

function compare(finding: Finding, entry: KeyEntry): FoundEntry {
	const place = fieldOf(entry.path);
	return {
		...{ finding, entry, isSeverityRight: finding.severity === entry.severity },
		// What lies between documents, or was added by a person, has no one field to hit.
		isPlaceRight: place === null || finding.field === place,
		isConsequenceRight: doesFit(finding.consequence, entry.severity)
	};
}

const percent = (share: number) => Math.round(share * 1000) / 10;

function* explain(
	marked: number,
	there: number,
	{ found, extra }: Pick<ReviewScore, 'found' | 'extra'>
): Generator<string> {
	yield marked === 0
		? '一处也没有标，准确率按 0 计。'
		: `标了 ${marked} 处，其中 ${found.length} 处对：准确率 ${percent(found.length / marked)}%。`;
	if (there > 0) yield `案卷里有 ${there} 处，找到 ${found.length} 处：查全率 ${percent(found.length / there)}%。`;
	const open = extra.filter(({ ruling }) => ruling === null).length;
	if (open > 0) yield `${open} 处不在答案里，待教员认定；认定成立以前按不成立计。`;
	const places = found.filter(({ isPlaceRight }) => isPlaceRight).length;
	const severities = found.filter(({ isSeverityRight }) => isSeverityRight).length;
	const ends = found.filter(({ isConsequenceRight }) => isConsequenceRight).length;
	if (found.length > 0) {
		yield `找到的 ${found.length} 处里，位置准 ${places} 处，轻重判得对 ${severities} 处，后果说得对 ${ends} 处；这三样单列，不进 F1。`;
	}
}

interface Accepted extends Ruling {
	readonly severity: KeyEntry['severity'];
	/** When it entered the key, as a number that grows with time. */
	readonly at: number;
}

/**
 * The key for one review: what was seeded, and what was accepted before it was handed in or is its own. What others found
 * later is not held against it.
 * @param handedInAt as a number that grows with time
 */
export function keyFor(
	seeded: readonly KeyEntry[],
	accepted: readonly Accepted[],
	{ findings, handedInAt }: { readonly findings: readonly Finding[]; readonly handedInAt: number }
): KeyEntry[] {
	const added = accepted.filter((one) => one.at <= handedInAt || findings.some(sameAs(one)));
	const entries = added.map(({ document, rule, severity, reason }) => ({
		...{ document, rule, severity, path: '', message: reason, origin: 'accepted' as const }
	}));
	return [...seeded, ...entries.filter((entry) => !seeded.some(sameAs(entry)))];
}
