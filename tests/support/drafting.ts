import type { Db } from '#db/connect.ts';
import type { Entries } from '#lib/drafting/domain/entries.ts';
import type { GuideBody, TaskBody } from '#lib/drafting/domain/piece-bodies.ts';
import { savePieces } from '#lib/drafting/server/repository/pieces.server.ts';
import { saveDraft } from '#lib/drafting/server/use-cases/save-draft.server.ts';
import { startDraft } from '#lib/drafting/server/use-cases/start-draft.server.ts';
import { submitDraft } from '#lib/drafting/server/use-cases/submit-draft.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { instantOf } from '#lib/shared/time.ts';
import { CLEAN_CASE, CLEAN_DOCUMENTS } from './clean-file.ts';
import { MORNING, contextOf, valueOf } from './people.ts';

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

function taskBody(document: string, guide: string | null): TaskBody {
	const { [document]: model = {}, ...related } = CLEAN_DOCUMENTS as Record<string, Record<string, unknown>>;
	return {
		...{ ...PROVENANCE, document, level: 2, industry: '工贸', minutes: 30, place: 'default', file: 'clean' },
		...{ briefHtml: '<p>检查发现两个问题。</p>', photos: [], evidence: [], case: CLEAN_CASE, related },
		...{ prefilled: {}, model, points: {}, texts: [], guide }
	};
}

/** A shown version of the guide. */
export function insertGuide(db: Db, body = GUIDE, version = 1): Promise<void> {
	const file = { id: GUIDE_ID, digest: `guide@${version}`, title: '责令说理细则', body };
	return savePieces(db, 'guide', [{ file, version, isPublished: true }], MORNING);
}

export const MARKED_TASK = 'order-for-workshop';
export const FORMAL_TASK = 'plan-for-workshop';

/** A guide, a task that people mark by it, and one with a formal part only. */
export async function insertTasks(db: Db): Promise<void> {
	await insertGuide(db);
	const marked = taskBody('rectification-order', GUIDE_ID);
	const formal = taskBody('onsite-inspection-plan', null);
	const files = [
		{ id: MARKED_TASK, digest: MARKED_TASK, title: '打磨车间的整改指令', body: marked },
		{ id: FORMAL_TASK, digest: FORMAL_TASK, title: '打磨车间的检查方案', body: formal }
	];
	const versions = files.map((file) => ({ file, version: 1, isPublished: true }));
	await savePieces(db, 'task', versions, MORNING);
}

/** The clean case file as a piece, for tasks that are made from it. */
export function insertFile(db: Db, id: string): Promise<void> {
	const body = {
		...{ ...PROVENANCE, industry: '工贸' as const, features: ['ordinary' as const], place: 'default' },
		...{ storyHtml: '<p>检查、责令、处罚。</p>', case: CLEAN_CASE, documents: CLEAN_DOCUMENTS }
	};
	const file = { id, digest: id, title: '打磨车间一案', body };
	return savePieces(db, 'file', [{ file, version: 1, isPublished: true }], MORNING);
}

interface HandedIn {
	readonly task?: string;
	readonly entries?: Entries;
	readonly at?: Date;
}

/** A document that an officer wrote and handed in. @returns the draft's id */
export async function handIn(db: Db, officer: Actor, given: HandedIn = {}): Promise<string> {
	const { task = MARKED_TASK, entries = {}, at = instantOf('2026-11-19', '16:00') } = given;
	const ctx = contextOf(db, { actor: officer, now: at });
	const id = valueOf(await startDraft(ctx, task));
	const changes = Object.entries(entries).map(([field, now]) => ({ field, was: null, now }));
	const { conflicts } = valueOf(await saveDraft(ctx, id, changes));
	if (conflicts.length > 0) throw new Error(`conflicts: ${JSON.stringify(conflicts)}`);
	return valueOf(await submitDraft(ctx, id));
}
