import { expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import type { DraftingPieces, PieceFile } from '#lib/drafting/domain/piece-file.ts';
import * as repository from '#lib/drafting/server/repository/pieces.server.ts';
import { loadDrafting } from '#lib/drafting/server/use-cases/load-drafting.server.ts';
import { readAffectedByLaw } from '#lib/law/server/use-cases/affected-by-law.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { ROOT } from '../support/cluster.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const ctx = contextOf(db);
const { content, faults } = readContent(ROOT);
const { draftingPieces: shipped, drafting } = content;
await loadLaws(ctx, content.laws);

const FILE = shipped.file.find(({ id }) => id === 'pressure-gauge-never-moved')!;
const TASK = shipped.task.find(({ id }) => id === 'gauge-penalty-decision')!;
const only = (more: Partial<DraftingPieces>): DraftingPieces => ({
	file: [],
	task: [],
	guide: [],
	review: [],
	...more
});
const load = (more: Partial<DraftingPieces>) => loadDrafting(ctx, only(more), drafting);
const changed = <Piece extends PieceFile>(piece: Piece, title: string): Piece => ({ ...piece, digest: title, title });
/** As JSON keeps it: what is undefined is not there. */
const plain = (value: object) => JSON.parse(JSON.stringify(value)) as unknown;
const NOTHING = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, proposals: [] };
const drafts = async (law: string, article: string) => valueOf(await readAffectedByLaw(ctx, law, article)).kinds;

test('what is loaded is read again as it was, with its documents in the order of the file', async () => {
	expect(faults).toEqual([]);
	const { drafting: first } = await load({ file: [FILE], task: [TASK] });
	expect(first).toEqual({
		...{ file: { ...NOTHING, added: 1 }, task: { ...NOTHING, added: 1 }, guide: NOTHING, review: NOTHING }
	});
	const file = await repository.selectPiece(db, 'file', FILE.id);
	expect(file).toEqual({ id: FILE.id, version: 1, title: FILE.title, body: plain(FILE.body) });
	expect(Object.keys(file!.body.documents)).toEqual(Object.keys(FILE.body.documents));
	const [task] = await repository.selectShownPieces(db, 'task');
	expect(Object.keys(task!.body.related)).toEqual(Object.keys(TASK.body.related));
	expect(task!.body).toEqual(plain(TASK.body));
});

test('a list gets the short parts of a body and nothing that gives a model away', async () => {
	const [one] = await repository.selectShownHeads(db, 'task');
	expect(one).toMatchObject({ id: TASK.id, version: 1, title: TASK.title });
	expect(one!.head).toMatchObject({ document: TASK.body.document, level: TASK.body.level, guide: TASK.body.guide });
	expect(Object.keys(one!.head)).not.toEqual(expect.arrayContaining(['model']));
	expect(JSON.stringify(one!.head)).not.toContain(String(Object.values(TASK.body.model).find(Array.isArray)?.[0]));
});

test('the same files again change nothing', async () => {
	const before = await sql`select md5(string_agg(t::text, '|' order by t::text)) from drafting_piece_version t`;
	const { drafting: again } = await load({ file: [FILE], task: [TASK] });
	expect(again.file).toEqual({ ...NOTHING, unchanged: 1 });
	expect(await sql`select md5(string_agg(t::text, '|' order by t::text)) from drafting_piece_version t`).toEqual(
		before
	);
});

test('a change is a new version and the old one stays; without reviews it is a draft that nobody sees', async () => {
	await load({ file: [FILE], task: [changed(TASK, '改了题目')] });
	expect(await repository.selectPiece(db, 'task', TASK.id)).toMatchObject({ version: 2, title: '改了题目' });
	expect(await repository.selectPiece(db, 'task', TASK.id, 1)).toMatchObject({ version: 1, title: TASK.title });
	const draft = changed({ ...TASK, body: { ...TASK.body, legalReview: undefined } }, '没有法审');
	await load({ file: [FILE], task: [draft] });
	expect(await repository.selectPiece(db, 'task', TASK.id)).toMatchObject({ version: 2 });
	expect(await repository.selectPiece(db, 'task', TASK.id, 3)).toMatchObject({ title: '没有法审' });
	await load({ file: [FILE], task: [changed(TASK, '改了题目')] });
});

test('the same id in another kind is another piece', async () => {
	const guide = { ...shipped.guide[0]!, id: FILE.id };
	await load({ file: [FILE], task: [TASK], guide: [guide] });
	expect((await repository.selectPiece(db, 'guide', FILE.id))!.body.criteria).toHaveLength(guide.body.criteria.length);
	const [head] = await repository.selectShownHeads(db, 'guide');
	expect(head!.head.documents, 'kinds are short').toEqual(guide.body.documents);
	expect((await repository.selectPiece(db, 'file', FILE.id))!.title).toBe(FILE.title);
	await load({ file: [FILE], task: [TASK] });
	expect(await repository.selectPiece(db, 'guide', FILE.id)).toBeNull();
	expect(await repository.selectPiece(db, 'file', FILE.id)).not.toBeNull();
});

test('a piece whose file is gone is not shown, keeps its versions and comes back with its file', async () => {
	const { drafting: gone } = await load({ file: [FILE] });
	expect(gone.task).toMatchObject({ withdrawn: 1 });
	expect(await repository.selectShownPieces(db, 'task')).toEqual([]);
	expect(await repository.selectPiece(db, 'task', TASK.id)).toBeNull();
	expect(await repository.selectPiece(db, 'task', TASK.id, 1)).not.toBeNull();
	expect((await drafts('安全生产法', '36')).drafting).toEqual([`file/${FILE.id}`]);
	await load({ file: [FILE], task: [TASK] });
	expect(await repository.selectPiece(db, 'task', TASK.id)).not.toBeNull();
});

test('who cites an article: case files and tasks by their documents, rules by the kind that they stand in', async () => {
	const { drafting: pieces, rule: rules } = await drafts('安全生产法', '36');
	expect(pieces).toEqual([`file/${FILE.id}`, `task/${TASK.id}`].sort());
	expect(rules).toEqual([]);
	expect((await drafts('安全生产法', '65')).rule).toContain('onsite-measure-decision');
	expect((await drafts('安全生产法', '78')).rule).toEqual(['file-rules']);
	expect((await drafts('安全生产法', '99')).rule).toEqual(['statutes']);
});

test('rules that cite something else are listed with it, and rules that are gone with nothing', async () => {
	const bases = drafting!.bases.map((one) => (one.id === 'file-rules' ? { ...one, citations: [] } : one));
	await loadDrafting(ctx, only({ file: [FILE], task: [TASK] }), { ...drafting!, bases });
	expect((await drafts('安全生产法', '78')).rule).toEqual([]);
	await loadDrafting(ctx, only({ file: [FILE], task: [TASK] }), null);
	expect((await drafts('安全生产法', '65')).rule).toEqual([]);
	await load({ file: [FILE], task: [TASK] });
	expect((await drafts('安全生产法', '78')).rule).toEqual(['file-rules']);
});
