import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { drawRound, readPool } from '#lib/drafting/server/use-cases/panel-draw.server.ts';
import { readPanelFile, readPanels } from '#lib/drafting/server/use-cases/panel-read.server.ts';
import * as work from '#lib/drafting/server/use-cases/panel-work.server.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { MODEL, REVIEW, loadReviewFiles, sheetOf } from '../support/review-file.ts';

const { db, sql } = await freshDatabase();
const { bureau, town, lin, wei, trainer, townTrainer, reviewer } = await makeBureau(db);
const judge = await addActor(db, { account: 'gu.xiaotang', name: '顾晓棠', unitId: bureau, roles: ['judge'] });
const organiser = await addActor(db, { account: 'luo.jin', name: '罗瑾', unitId: bureau, roles: ['organiser'] });
/** 20 November 2026 is a Friday. */
const as = (actor: Actor, day = '2026-11-20', seed = 5) => contextOf(db, { actor, seed, now: instantOf(day, '10:00') });
const round = (title: string) => ({
	...{ title, period: '2026-Q4', count: 1 },
	pool: [{ key: `review/${REVIEW}`, unitId: town }]
});
const view = async (actor: Actor, id: string, day?: string) =>
	valueOf(await readPanelFile(as(actor, day), id, 'penalty-decision'));

/** Draws a round of one file of the town. @returns the file, and its two reviewers */
async function drawn(title: string) {
	const id = valueOf(await drawRound(as(trainer), round(title)));
	const [file] = await sql`select id from panel_file where panel_id = ${id}`;
	const sheets = await sql`select reviewer_id from panel_sheet where file_id = ${file!.id as string} order by place`;
	const everybody = [trainer, townTrainer, reviewer, judge];
	const actors = sheets.map((row) => everybody.find(({ personId }) => personId === row.reviewer_id)!);
	return { id: file!.id as string, first: actors[0]!, second: actors[1]! };
}

beforeAll(() => loadReviewFiles(contextOf(db)));

describe('the draw', () => {
	test('takes none of the unit that answers for the file, and keeps its seed', async () => {
		for (let seed = 0; seed < 8; seed++) {
			const id = valueOf(await drawRound(as(trainer, '2026-11-20', seed), round(`第 ${seed} 轮`)));
			const rows = await sql`select p.seed, s.reviewer_id from review_panel p join panel_file f on f.panel_id = p.id
				join panel_sheet s on s.file_id = f.id where p.id = ${id}`;
			expect(rows.map((row) => row.seed as number)).toEqual([seed, seed]);
			expect(rows.map((row) => row.reviewer_id as string)).not.toContain(townTrainer.personId);
			expect(new Set(rows.map((row) => row.reviewer_id as string)).size).toBe(2);
		}
	});
	test('two clicks draw one round; an empty pool, too many and strangers are refused', async () => {
		const twice = await Promise.all([drawRound(as(trainer), round('双击')), drawRound(as(trainer), round('双击'))]);
		expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
		expect(twice.flatMap((one) => (one.ok ? [] : [one.refusal.field]))).toEqual(['title']);
		const refused = async (change: object) =>
			refusalOf(await drawRound(as(trainer), { ...round('错'), ...change })).code;
		expect(await refused({ pool: [] })).toBe('empty-pool');
		expect(await refused({ pool: [{ key: 'file/nothing', unitId: town }] })).toBe('empty-pool');
		expect(await refused({ count: 2 })).toBe('too-many');
		expect(await refused({ pool: [{ key: `file/${MODEL}`, unitId: bureau }] })).toBe('no-reviewers');
		expect((await readPool(as(trainer))).files.map(({ key }) => key)).toEqual([`file/${MODEL}`, `review/${REVIEW}`]);
		await expect(drawRound(as(lin), round('不许'))).rejects.toBeInstanceOf(NotAllowed);
	});
});

describe('two reviewers who agree', () => {
	let file: Awaited<ReturnType<typeof drawn>>;
	beforeAll(async () => {
		file = await drawn('一致');
		valueOf(await work.signSheet(as(file.first), file.id, sheetOf(10)));
	});

	test('do not see each other before both have signed, and strangers see nothing', async () => {
		const open = await view(file.second, file.id);
		expect(open).toMatchObject({ stage: 'reviewing', result: null, own: { sheet: null }, sheets: [] });
		expect(refusalOf(await readPanelFile(as(wei), file.id, '')).code).toBe('no-such-file');
		expect(refusalOf(await readPanelFile(as(lin), 'no-id', '')).code).toBe('no-such-file');
		expect(refusalOf(await work.signSheet(as(townTrainer), file.id, sheetOf())).code).toBe('no-such-file');
	});

	test('settle the file with their mean; what is signed stands', async () => {
		valueOf(await work.signSheet(as(file.first), file.id, sheetOf(0)));
		valueOf(await work.signSheet(as(file.second), file.id, sheetOf(2)));
		const told = await view(wei, file.id);
		expect(told).toMatchObject({ stage: 'objecting', toldOn: '2026-11-20', objectUntil: '2026-11-27' });
		expect(told.result).toMatchObject({ total: 96, grade: '优秀', failed: [], isChanged: false });
		expect(told.sheets.map(({ by }) => by)).toEqual([null, null]);
		expect((await readPanels(as(wei))).rounds.flatMap(({ files }) => files)).toMatchObject([
			{ id: file.id, total: 96 }
		]);
		expect((await readPanels(as(lin))).rounds.flatMap(({ files }) => files)).toEqual([]);
	});

	test('the unit, and only it, objects once within five working days', async () => {
		await expect(work.raisePanelObjection(as(lin), file.id, '别的单位的意见')).rejects.toBeInstanceOf(NotAllowed);
		const late = await work.raisePanelObjection(as(wei, '2026-11-30'), file.id, '超过五个工作日才提出');
		expect(refusalOf(late).code).toBe('too-late');
		const twice = await Promise.all(
			['目录页码当时已经补上，见卷末', '同一意见再提一次'].map((reason) =>
				work.raisePanelObjection(as(wei, '2026-11-27'), file.id, reason)
			)
		);
		expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
		expect((await view(trainer, file.id, '2026-12-10')).stage).toBe('answering');
	});

	test('whoever graded the file does not answer', async () => {
		const graders = [file.first, file.second].filter((one) => one.personId === trainer.personId);
		const given = { isUpheld: false, changedTotal: null, answer: '评分没有错，维持。' };
		for (const one of graders) {
			expect(refusalOf(await work.answerPanelObjection(as(one, '2026-12-01'), file.id, given)).code).toBe('graded');
			expect((await view(one, file.id, '2026-12-01')).mayJudge).toBe(false);
		}
		expect(graders).toHaveLength(1);
		expect((await view(organiser, file.id, '2026-12-01')).mayJudge).toBe(true);
	});

	test('an upheld objection changes the grade, once', async () => {
		const given = { isUpheld: true, changedTotal: 98.5, answer: '卷末确有页码，改为 98.5 分。' };
		valueOf(await work.answerPanelObjection(as(organiser, '2026-12-01'), file.id, given));
		expect(refusalOf(await work.answerPanelObjection(as(organiser), file.id, given)).code).toBe('answered');
		const { result, stage, objection } = await view(wei, file.id, '2026-12-01');
		expect([stage, result, objection]).toMatchObject(['mending', { total: 98.5, isChanged: true }, { isUpheld: true }]);
	});

	test('what has to be mended is reported, sent back, reported again and passed; then the file is closed', async () => {
		const item = { text: '补全卷内目录页码', dueOn: '2026-12-10', seen: 0 };
		await Promise.all([work.addItem(as(trainer), file.id, item), work.addItem(as(trainer), file.id, item)]);
		const { items } = await view(wei, file.id, '2026-12-11');
		expect(items).toMatchObject([{ number: 1, isLate: true, last: null }]);
		expect(refusalOf(await work.closePanelFile(as(trainer, '2026-12-02'), file.id)).code).toBe('not-yet');
		const itemId = items[0]!.id;
		const move = async (step: 'reported' | 'returned' | 'passed', seen: number) =>
			step === 'reported'
				? work.reportItem(as(wei, '2026-12-03'), file.id, { itemId, seen, note: '已补' })
				: work.recheckItem(as(trainer, '2026-12-03'), file.id, { itemId, step, seen, note: '看过' });
		expect(refusalOf(await move('passed', 0)).code).toBe('changed-meanwhile');
		await Promise.all([move('reported', 0), move('reported', 0)]);
		valueOf(await move('returned', 1));
		expect(refusalOf(await move('passed', 1)).code).toBe('changed-meanwhile');
		valueOf(await move('reported', 2));
		expect((await view(wei, file.id, '2026-12-03')).stage).toBe('rechecking');
		valueOf(await move('passed', 3));
		valueOf(await work.closePanelFile(as(trainer, '2026-12-04'), file.id));
		valueOf(await work.closePanelFile(as(trainer, '2026-12-04'), file.id));
		const closed = await view(wei, file.id, '2026-12-04');
		expect(closed.stage).toBe('closed');
		expect(closed.items[0]!.steps.map(({ label }) => label)).toEqual(['已报整改', '退回', '已报整改', '复查通过']);
		expect(refusalOf(await work.addItem(as(trainer), file.id, { ...item, text: '再补', seen: 1 })).code).toBe('closed');
	});
});

describe('two reviewers far apart', () => {
	test('call a third, neither of the two nor of the unit, who decides', async () => {
		const file = await drawn('相差');
		valueOf(await work.signSheet(as(file.first), file.id, sheetOf(10)));
		valueOf(await work.signSheet(as(file.second), file.id, sheetOf(10, ['procedure'])));
		const [row] = await sql`select reviewer_id from panel_sheet where file_id = ${file.id} and place = 3`;
		const third = [trainer, reviewer, judge].find(({ personId }) => personId === row!.reviewer_id)!;
		expect([file.first, file.second]).not.toContain(third);
		expect((await view(third, file.id)).stage).toBe('third');
		expect(refusalOf(await readPanelFile(as(wei), file.id, '')).code).toBe('no-such-file');
		valueOf(await work.signSheet(as(third), file.id, sheetOf(4, ['procedure'])));
		const { result } = await view(wei, file.id);
		expect(result).toMatchObject({ total: 97, grade: '不合格', failed: ['没有违反法定程序'] });
	});

	test('wait when nobody is left, and the third is drawn once somebody may be', async () => {
		const file = await drawn('等人');
		const left = [trainer, reviewer, judge].find(
			({ personId }) => ![file.first.personId, file.second.personId].includes(personId)
		)!;
		const roles = await sql`delete from role_grant where person_id = ${left.personId} returning *`;
		valueOf(await work.signSheet(as(file.first), file.id, sheetOf(10)));
		valueOf(await work.signSheet(as(file.second), file.id, sheetOf(10, ['procedure'])));
		expect((await view(organiser, file.id)).waitsForThird).toBe(true);
		expect(refusalOf(await work.drawThirdAgain(as(organiser), file.id)).code).toBe('no-reviewers');
		await sql`insert into role_grant ${sql(roles.map((row) => ({ ...row })))}`;
		await Promise.all([1, 2].map(() => work.drawThirdAgain(as(organiser), file.id)));
		const sheets = await sql`select reviewer_id from panel_sheet where file_id = ${file.id} and place = 3`;
		expect(sheets.map((row) => row.reviewer_id as string)).toEqual([left.personId]);
		expect((await view(organiser, file.id)).waitsForThird).toBe(false);
	});
});
