import type { Db } from '#db/connect.ts';
import { draft, draftingPiece, draftingPieceVersion, draftSubmission } from '#db/schema/drafting.ts';
import { checkDocument } from '#lib/drafting/domain/check-document.ts';
import type { Entries } from '#lib/drafting/domain/entries.ts';
import type { GuideBody, TaskBody } from '#lib/drafting/domain/piece-bodies.ts';
import { ruleBookOf } from '#lib/drafting/server/rule-books.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantOf } from '#lib/shared/time.ts';
import { CLEAN_CASE, CLEAN_DOCUMENTS } from './clean-file.ts';

const PROVENANCE = { author: '梁若川', sources: ['测试'], asOf: '2026-11-01', citations: [] };
const FIVE = ['没有写', '写了一点', '基本写到', '写得清楚', '写得透彻'].map((title) => ({
	title,
	anchor: `${title}。`
}));

/** Half facts, half reasons; more than fifteen points apart call a third. */
export const GUIDE: GuideBody = {
	...PROVENANCE,
	documents: ['penalty-decision', 'rectification-order'],
	limit: 15,
	criteria: [
		{ id: 'facts', title: '事实', weight: 50, question: '四要素齐不齐', levels: FIVE },
		{ id: 'reasons', title: '说理', weight: 50, question: '理由说得通不通', levels: FIVE }
	]
};
export const GUIDE_ID = 'reasons-of-order';

export function taskBody(document: string, guide: string | null): TaskBody {
	const { [document]: model = {}, ...related } = CLEAN_DOCUMENTS as Record<string, Record<string, unknown>>;
	return {
		...{ ...PROVENANCE, document, level: 2, industry: '工贸', minutes: 30, place: 'default', file: 'clean' },
		...{ briefHtml: '<p>检查发现两个问题。</p>', photos: [], evidence: [], case: CLEAN_CASE, related },
		...{ prefilled: {}, model, points: {}, texts: [], guide }
	};
}

interface Piece {
	readonly kind: 'task' | 'guide';
	readonly id: string;
	readonly title: string;
	readonly body: TaskBody | GuideBody;
}

/** A shown piece, as the loader writes it. */
export async function insertPiece(db: Db, { kind, id, title, body }: Piece, version = 1): Promise<void> {
	const createdAt = instantOf('2026-11-01', '08:00');
	await db.insert(draftingPiece).values({ kind, id }).onConflictDoNothing();
	const row = { kind, id, version, title, body, digest: `${kind}/${id}@${version}`, createdAt };
	await db.insert(draftingPieceVersion).values({ ...row, origin: 'file', status: 'published' });
	const at = { kind, id, currentVersion: version };
	await db
		.insert(draftingPiece)
		.values(at)
		.onConflictDoUpdate({ target: [draftingPiece.kind, draftingPiece.id], set: { currentVersion: version } });
}

export const MARKED_TASK = 'order-for-workshop';
export const FORMAL_TASK = 'plan-for-workshop';

/** A guide, a task that people mark by it, and one with a formal part only. */
export async function insertTasks(db: Db): Promise<void> {
	await insertPiece(db, { kind: 'guide', id: GUIDE_ID, title: '责令说理细则', body: GUIDE });
	const marked = taskBody('rectification-order', GUIDE_ID);
	await insertPiece(db, { kind: 'task', id: MARKED_TASK, title: '打磨车间的整改指令', body: marked });
	const formal = taskBody('onsite-inspection-plan', null);
	await insertPiece(db, { kind: 'task', id: FORMAL_TASK, title: '打磨车间的检查方案', body: formal });
}

interface HandedIn {
	readonly task?: string;
	readonly document?: string;
	readonly entries?: Entries;
	readonly at?: Date;
}

/** A document that an officer handed in. @returns the draft's id */
export async function handIn(db: Db, officer: Actor, given: HandedIn = {}): Promise<string> {
	const { task = MARKED_TASK, document = 'rectification-order', entries = {} } = given;
	const at = given.at ?? instantOf('2026-11-19', '16:00');
	const body = taskBody(document, null);
	const { related, case: facts } = body;
	const rules = checkDocument(
		{ document, fields: entries, case: facts, related, parameters: {} },
		ruleBookOf('default')
	);
	const id = newId(at);
	const when = { startedAt: at, savedAt: at, submittedAt: at };
	const whose = { officerId: officer.personId, unitId: officer.unitId };
	await db.insert(draft).values({ id, ...whose, taskId: task, taskVersion: 1, entries, ...when });
	const report = { rules, unreadable: [], texts: [], forPeople: [] };
	await db.insert(draftSubmission).values({ draftId: id, entries, report, score: rules.score, submittedAt: at });
	return id;
}
