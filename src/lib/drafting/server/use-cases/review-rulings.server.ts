import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type CaseFile, checkFile } from '../../domain/check-file.ts';
import type { RuleBook } from '../../domain/rule-book.ts';
import type { Severity } from '../../domain/rule.ts';
import { SEVERITY_WORDS } from '../../domain/severity-words.ts';
import { ownedRules } from '../../domain/seeder/problem.ts';
import { pageOfDocument, titleOf } from '../../domain/review/file-view.ts';
import { type FindingVerdict, VERDICTS, sameAs } from '../../domain/review/finding.ts';
import { correctReviews } from '../ledger-entries.server.ts';
import * as pieces from '../repository/pieces.server.ts';
import * as reviews from '../repository/reviews.server.ts';
import { seededKey } from '../review-score.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

export type RulingsView = Extract<Awaited<ReturnType<typeof readExtraFindings>>, { ok: true }>['value'];

/** What was marked in a file beside its key, without names, for trainers to decide; what is undecided first. */
export async function readExtraFindings(ctx: Ctx, id: string) {
	authorisePerson(ctx, 'drafting.ruleFindings');
	const piece = await pieces.selectPiece(ctx.db, 'review', id);
	if (!piece) return refuse('no-such-file', '没有这个案卷。');
	const [marked, rulings, handedIn] = await Promise.all([
		reviews.selectMarkedBy(ctx.db, piece),
		reviews.selectRulings(ctx.db, piece),
		reviews.countHandedIn(ctx.db, piece)
	]);
	const people = await readPeople(ctx, [...new Set(rulings.map(({ ruledBy }) => ruledBy))]);
	const book = ruleBookOf(piece.body.place);
	const key = seededKey(piece.body);
	const engine = engineWords({ ...piece.body, parameters: {} }, book);
	const extra = groupFindings(marked).filter((one) => !key.some(sameAs(one)));
	const rows = extra.map(({ document, rule, times, severities }) => {
		const about = rulings.filter((one) => one.rule === rule && reviews.documentOfKey(one.document) === document);
		return {
			...{ document: document ?? '', rule, times, seen: about.length, page: pageOfDocument(document) },
			...{ title: titleOf(document, book), requirement: ownedRules(book).get(rule)?.rule.requirement ?? rule },
			severities: severities.map(({ severity, times: count }) => ({ label: SEVERITY_WORDS[severity], count })),
			...{ usual: ownedRules(book).get(rule)?.rule.severity ?? 'minor', engine: engine(rule) },
			rulings: about.map(({ verdict, reason, ruledBy, ruledAt }) => ({
				...{ verdict, label: VERDICTS[verdict], reason, by: people.get(ruledBy)?.name ?? '', on: dayOf(ruledAt) }
			}))
		};
	});
	rows.sort((left, right) => left.seen - right.seen || right.times - left.times);
	return ok({ id, title: piece.title, handedIn, defects: key.length, rows });
}

/** What was marked at the same rule and document with different severities is one thing. */
function groupFindings(marked: Awaited<ReturnType<typeof reviews.selectMarkedBy>>) {
	const groups = new Map<string, typeof marked>();
	for (const one of marked) {
		const name = `${one.document} ${one.rule}`;
		groups.set(name, [...(groups.get(name) ?? []), one]);
	}
	return [...groups.values()].map((severities) => {
		const { document, rule } = severities[0]!;
		const times = severities.reduce((sum, one) => sum + one.times, 0);
		return { document: reviews.documentOfKey(document), rule, times, severities };
	});
}

/** What the engine says of a rule in this file; it reads fields, not texts. */
function engineWords(file: CaseFile, book: RuleBook): (rule: string) => string {
	const { documents, fileRules } = checkFile(file, book);
	const passed = new Set([...Object.values(documents), fileRules].flatMap((report) => report.passed));
	return (rule) => (passed.has(rule) ? '机器按字段检查：通过' : '机器按字段检查：不适用');
}

export interface RulingInput {
	readonly document: string | null;
	readonly rule: string;
	readonly verdict: FindingVerdict;
	readonly severity: Severity;
	readonly reason: string;
	/** How many decisions about it were on the page. */
	readonly seen: number;
}

/** Decides about a finding beside the key, for everybody who marked it; what is accepted enters the key. */
export async function ruleOnFinding(ctx: Ctx, id: string, input: RulingInput): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.ruleFindings');
	const piece = await pieces.selectPiece(ctx.db, 'review', id);
	if (!piece) return refuse('no-such-file', '没有这个案卷。');
	const marked = groupFindings(await reviews.selectMarkedBy(ctx.db, piece));
	const isExtra = marked.some(sameAs(input)) && !seededKey(piece.body).some(sameAs(input));
	if (!isExtra) return refuse('no-such-finding', '没有人标过这一处，或者它已经在答案里。');
	return inTransaction(me, async (inner) => {
		const { rule, verdict, severity, reason, seen } = input;
		const document = reviews.keyOfDocument(input.document);
		const about = (await reviews.selectRulings(inner.db, piece)).filter(
			(one) => one.rule === rule && one.document === document
		);
		const changed = refuse('decided-meanwhile', '打开页面以后已有人认定过这一处，请看过再定。', 'reason');
		if (about.length !== seen) return changed;
		const row = { pieceId: id, pieceVersion: piece.version, document, rule, verdict, severity, reason };
		const by = { ruledBy: me.actor.personId, ruledAt: inner.now };
		if (!(await reviews.insertRuling(inner.db, { ...row, ...by, number: seen + 1 }))) return changed;
		await recordAudit(inner, 'drafting.ruleFindings', `review:${id}`, { ...input, version: piece.version });
		await correctReviews(inner, piece);
		return ok(null);
	});
}
