import type { FileReport } from '../check-file.ts';
import { GRADES, type RuleBook } from '../rule-book.ts';
import type { Rule } from '../rule.ts';
import { SEVERITY_WORDS } from '../severity-words.ts';
import { ownedRules } from '../seeder/problem.ts';
import { CONSEQUENCES, fittingFor } from './consequences.ts';
import { fieldLabel, pageOfDocument, titleOf } from './file-view.ts';
import { type Finding, type KeyEntry, VERDICTS, fieldOf } from './finding.ts';
import type { ExtraFinding, FoundEntry, ReviewScore } from './match-findings.ts';
import { GATES, SECTIONS, type ScoreSheet, type Section, failedGates, gradeOf, totalOf } from './score-sheet.ts';

/** One line of the result: something that was found, missed or marked beside the key. */
export interface ResultLine {
	readonly state: 'found' | 'missed' | 'open' | 'accepted' | 'rejected';
	/** The page of the file on which it lies, and where. */
	readonly page: string;
	readonly place: string;
	readonly rule: string;
	readonly requirement: string;
	readonly severity: string;
	/** What was found there, or what a trainer said. */
	readonly message: string;
	readonly basis: string;
	/** What it usually leads to. */
	readonly consequences: readonly string[];
	/** What was not quite right about a hit, in words. */
	readonly remarks: readonly string[];
}

const placeIn = (document: string | null, field: string | null, book: RuleBook) =>
	[titleOf(document, book), fieldLabel(document, field, book)].filter((text) => text !== '').join(' ');

/** Every line of a result, what was missed first. */
export function linesOf({ found, missed, extra }: ReviewScore, book: RuleBook): ResultLine[] {
	const rules = ownedRules(book);
	const ruleOf = (id: string) => rules.get(id)?.rule;
	return [
		...missed.map((entry) => entryLine(entry, { state: 'missed', remarks: [], rule: ruleOf(entry.rule), book })),
		...extra.map((one) => extraLine(one, ruleOf(one.finding.rule), book)),
		...found.map((one) =>
			entryLine(one.entry, {
				...{ state: one.entry.origin === 'accepted' ? ('accepted' as const) : ('found' as const), book },
				...{ remarks: remarksOn(one, book), rule: ruleOf(one.entry.rule) }
			})
		)
	];
}

interface LineParts extends Pick<ResultLine, 'state' | 'remarks'> {
	readonly rule: Rule | undefined;
	readonly book: RuleBook;
}

function entryLine(entry: KeyEntry, { state, remarks, rule, book }: LineParts): ResultLine {
	const requirement = rule?.requirement ?? '';
	const message = entry.message.startsWith(`${requirement}：`)
		? entry.message.slice(requirement.length + 1)
		: entry.message;
	return {
		...{ state, remarks, requirement, message, rule: entry.rule, basis: rule?.basis ?? '' },
		...{ page: pageOfDocument(entry.document), place: placeIn(entry.document, fieldOf(entry.path), book) },
		severity: SEVERITY_WORDS[entry.severity],
		consequences: fittingFor(entry.severity).map((one) => CONSEQUENCES[one].label)
	};
}

function extraLine({ finding, ruling }: ExtraFinding, rule: Rule | undefined, book: RuleBook): ResultLine {
	const { document, field, severity } = finding;
	return {
		...{ state: ruling?.verdict ?? 'open', page: pageOfDocument(document), place: placeIn(document, field, book) },
		...{ rule: finding.rule, requirement: rule?.requirement ?? '', basis: rule?.basis ?? '' },
		...{ severity: SEVERITY_WORDS[severity], consequences: [], remarks: [] },
		message: ruling ? `教员认定${VERDICTS[ruling.verdict]}：${ruling.reason}` : '不在答案里，待教员认定'
	};
}

function remarksOn({ finding, entry, ...is }: FoundEntry, book: RuleBook): string[] {
	const place = fieldLabel(entry.document, fieldOf(entry.path), book);
	return [
		...(is.isPlaceRight ? [] : [`位置应在“${place}”`]),
		...(is.isSeverityRight ? [] : [`标的是${SEVERITY_WORDS[finding.severity]}，应为${SEVERITY_WORDS[entry.severity]}`]),
		...(is.isConsequenceRight ? [] : [`后果标的是“${CONSEQUENCES[finding.consequence].label}”，与轻重不相称`])
	];
}

export type MachineGrade = ReturnType<typeof machineGrade>;
/** What the formula says; it never meets the sheet that people fill in. */
export function machineGrade({ score, grade, capped, documents, fileRules }: FileReport, book: RuleBook) {
	const papers = Object.entries(documents).map(([document, report]) => ({
		...{ title: book.documents.get(document)?.title ?? document, score: report.score, capped: report.capped }
	}));
	const { documentsPercent, fileRulesPercent, fatalCap } = book.scoring;
	return {
		...{ score, grade: GRADES[grade], capped, fatalCap, documentsPercent, fileRulesPercent },
		...{ fileRules: fileRules.score, lowest: papers.filter((paper) => paper.score < 100) }
	};
}

export type SheetView = ReturnType<typeof viewSheet>;
/** A filled-in sheet for reading. */
export function viewSheet(sheet: ScoreSheet) {
	const total = totalOf(sheet);
	const failed = failedGates(sheet);
	return {
		...{ total, grade: GRADES[gradeOf(total, failed.length === 0)], remarks: sheet.remarks },
		failed: failed.map((gate) => GATES[gate]),
		sections: (Object.keys(SECTIONS) as Section[]).map((id) => ({ ...SECTIONS[id], points: sheet.points[id] }))
	};
}

/** A finding for the list of what was marked. */
export function viewFinding({ document, field, rule, severity, consequence }: Finding, book: RuleBook) {
	return {
		...{ document: document ?? '', page: pageOfDocument(document), rule, place: placeIn(document, field, book) },
		requirement: ownedRules(book).get(rule)?.rule.requirement ?? rule,
		...{ severity: SEVERITY_WORDS[severity], consequence: CONSEQUENCES[consequence].label }
	};
}
