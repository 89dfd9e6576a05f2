import { afterAll, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { assignMarkers } from '#lib/drafting/server/use-cases/assign-markers.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { LABELS, type NoticeKind } from '#lib/notices/domain/kinds.ts';
import { forgetDigest } from '#lib/notices/server/kept-digests.server.ts';
import { chooseNotices, openNotice, readAll } from '#lib/notices/server/use-cases/change-notices.server.ts';
import { readDigest, readNotices } from '#lib/notices/server/use-cases/read-notices.server.ts';
import * as corrections from '#lib/own/server/use-cases/corrections.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { handIn, insertTasks } from '../support/drafting.ts';
import { makeMarkers } from '../support/marking.ts';
import { AT, LONG_AGO, id, noticeRows, of } from '../support/notice-rows.ts';
import { MORNING, addActor, contextOf, refusalOf, valueOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase();
const { bureau, markers, settle, rowsOf } = await makeMarkers({ db, sql });
const { lin, xu, administrator, auditor, town, brigade } = bureau;
await insertTasks(db);
const chief = await addActor(db, { account: 'mu.dudao', name: '穆督导', unitId: bureau.bureau, roles: ['supervisor'] });
const { plant, hearing, seat, ballot, file, item, sheet, text, author, step, comment, state, action } = noticeRows(
	sql,
	{ lin, chief, trainer: bureau.trainer, town }
);
const as = (actor: Actor | null, now = MORNING) => contextOf(db, { actor, now });
/** What a node knows when it has not asked for a while. */
const told = (actor: Actor) => {
	forgetDigest(actor.personId);
	return readDigest(as(actor));
};
const kindsOf = async (actor: Actor) => {
	const { waiting, news } = await told(actor);
	return [...waiting.map(({ kind }) => kind), ...news.map(({ kind }) => kind)].sort();
};
const waitsFor = async (actor: Actor, kind: NoticeKind) =>
	(await told(actor)).waiting.find((one) => one.kind === kind)?.count ?? 0;

describe('through the rooms', () => {
	test('a document waits for two markers, then its author reads the result, in both tabs, and nobody else is told', async () => {
		const before = await told(lin);
		const draft = await settle(lin);
		const waiting = await handIn(db, xu);
		await assignMarkers(as(null));
		const drawn = (await rowsOf(waiting)).map(({ marker_id }) => marker_id);
		for (const marker of markers)
			expect(await waitsFor(marker, 'mark'), marker.name).toBe(drawn.includes(marker.personId) ? 1 : 0);
		const digest = await told(lin);
		expect(digest.count).toBe(before.count + 1);
		expect(digest.news[0]).toMatchObject({ kind: 'marked', about: draft, isRead: false });
		expect(valueOf(await openNotice(as(lin), 'marked', draft))).toBe(`/drafting/submissions/${draft}`);
		// The other tab asks for its next page.
		expect((await readDigest(as(lin))).news[0]).toMatchObject({ about: draft, isRead: true });
		expect((await readDigest(as(lin))).count).toBe(before.count);
		// Opened twice, it still leads there; somebody else's is not there.
		expect(valueOf(await openNotice(as(lin), 'marked', draft))).toContain(draft);
		expect(refusalOf(await openNotice(as(xu), 'marked', draft)).code).toBe('no-such-notice');
		expect((await told(xu)).news).toEqual([]);
	});

	test('a request waits for whoever answers it; the answer is news to whoever asked, and all is marked as read at once', async () => {
		const id = newId(MORNING);
		const wish = { place: '档案里的证号', wrong: '少一位', right: '十二位' };
		valueOf(await corrections.askCorrection(as(lin), { id, about: 'account', ...wish }));
		expect(await waitsFor(administrator, 'correction')).toBe(1);
		expect(await kindsOf(auditor)).toEqual([]);
		const answer = { answer: 'corrected', reason: '已按证件更正。' } as const;
		valueOf(await corrections.answerCorrection(as(administrator), id, answer));
		expect(await waitsFor(administrator, 'correction')).toBe(0);
		expect((await told(lin)).news[0]).toMatchObject({ kind: 'correction-answered', title: wish.place, isRead: false });
		await readAll(as(lin));
		expect((await readDigest(as(lin))).news.every(({ isRead }) => isRead)).toBe(true);
	});
});

describe('switches', () => {
	test('what is switched off is neither told nor counted; kinds that were not offered stay as they were', async () => {
		await settle(xu);
		expect((await told(xu)).count).toBe(1);
		const mail = { mailAddress: '', wantsMail: false };
		valueOf(await chooseNotices(as(xu), { on: [], offered: ['marked', 'hearing'], ...mail }));
		expect((await readDigest(as(xu))).count).toBe(0);
		valueOf(await chooseNotices(as(xu), { on: ['hearing'], offered: ['hearing'], ...mail }));
		const { switches } = await readNotices(as(xu));
		const state = (kind: NoticeKind) => switches.find((one) => one.kind === kind)?.isOn;
		expect([state('marked'), state('hearing')]).toEqual([false, true]);
		// An officer neither marks nor confirms rules: there is nothing to switch.
		expect([state('mark'), state('rule')]).toEqual([undefined, undefined]);
		valueOf(await chooseNotices(as(xu), { on: ['marked'], offered: ['marked'], ...mail }));
		expect((await readDigest(as(xu))).count).toBe(1);
	});

	test('mail needs an address', async () => {
		const refused = await chooseNotices(as(xu), { on: [], offered: [], mailAddress: '', wantsMail: true });
		expect(refusalOf(refused).field).toBe('mailAddress');
	});
});

describe('what is told, from planted rows; beside each stands one that is not', () => {
	test('hearings of the next days, sheets that are not confirmed, results', async () => {
		await plant(
			...[hearing(1, '2026-11-23T01:00:00Z'), seat(1, 's1'), seat(1, 's2')],
			...[hearing(2, '2026-12-24T01:00:00Z'), seat(2, 's1')],
			...[
				hearing(3, '2026-11-10T01:00:00Z', AT),
				seat(3, 's1'),
				hearing(4, '2026-09-01T01:00:00Z', LONG_AGO),
				seat(4, 's1')
			],
			...[ballot('plaintiff', 1, 'draft'), ballot('plaintiff', 2, 'confirmed'), ballot('defendant', 1, 'sealed')]
		);
		const { waiting, news } = await told(lin);
		expect(waiting).toMatchObject([
			{ kind: 'hearing', count: 1, due: '2026-11-23' },
			{ kind: 'ballot', count: 1 }
		]);
		expect(news.filter(({ kind }) => kind === 'hearing-result').map(({ title }) => title)).toEqual(['第3场']);
	});

	test('sheets of file review, an objection of a unit for whoever organises, things to mend for the unit', async () => {
		await plant(
			...[
				file(11, AT),
				file(12, AT, AT),
				item(13, 11, '2026-12-04'),
				item(14, 11, '2026-12-02'),
				item(15, 12, '2026-12-01')
			],
			`insert into panel_item_step (item_id, number, step, note, by, at) values (${id(14)}, 1, 'reported', '', ${of(xu)}, ${AT})`,
			...[sheet(1, bureau.reviewer, 'null'), sheet(2, bureau.trainer, AT)],
			`insert into panel_objection (file_id, raised_by, raised_at, reason) values (${id(11)}, ${of(xu)}, ${AT}, '理由')`
		);
		expect((await told(xu)).waiting).toMatchObject([{ kind: 'panel-item', count: 1, due: '2026-12-04' }]);
		expect(await waitsFor(lin, 'panel-item')).toBe(0);
		expect(await waitsFor(bureau.reviewer, 'panel-sheet')).toBe(1);
		expect(await waitsFor(bureau.trainer, 'panel-sheet')).toBe(0);
		expect(await waitsFor(bureau.trainer, 'panel-objection')).toBe(1);
		expect(await waitsFor(xu, 'panel-objection')).toBe(0);
	});

	test('texts for reviewers, and what they decided for authors', async () => {
		await plant(
			...[text(21, 'internal-review'), author(21), step(21, 1, 'submit', bureau.trainer)],
			...[text(22, 'draft'), author(22), step(22, 1, 'return-legal', bureau.reviewer)]
		);
		expect(await waitsFor(bureau.townTrainer, 'text-review')).toBe(1);
		// An author never reviews the own text; it came back to somebody else.
		expect(await waitsFor(bureau.trainer, 'text-review')).toBe(0);
		expect(await waitsFor(bureau.trainer, 'text-returned')).toBe(1);
		const { news } = await told(bureau.trainer);
		expect(news.map(({ kind, title }) => [kind, title])).toEqual([['text-decided', '稿件22：法审退回']]);
	});

	test('comments to decide about, things to do after a meeting, what became of own comments', async () => {
		await plant(
			...[state(31, 'held'), comment(33, 31, lin), comment(34, 31, lin), comment(35, 31, bureau.trainer)],
			...[state(32, 'published'), comment(36, 32, lin)],
			`insert into commentary_decision (comment_id, number, decision, reason, by, at)
				values (${id(33)}, 1, 'returned', '重复', ${of(bureau.trainer)}, ${AT})`,
			...[action(37, 'null'), action(38, 'done')]
		);
		// 34 only: 33 is decided, 35 is the trainer's own, the minutes of 36 stand.
		expect(await waitsFor(bureau.trainer, 'comment')).toBe(1);
		expect(await waitsFor(bureau.townTrainer, 'comment')).toBe(2);
		expect(await waitsFor(lin, 'comment')).toBe(0);
		const digest = await told(lin);
		expect(digest.waiting).toContainEqual(expect.objectContaining({ kind: 'action', count: 1, due: '2026-12-01' }));
		expect(digest.news.find(({ kind }) => kind === 'comment-decided')?.title).toBe('退回：证据先后');
	});

	test('figures and rules for a second person of another unit, figures that came back, honours', async () => {
		const entry = (
			n: number,
			unit: string,
			by: Actor,
			number = 1
		) => `insert into assessment_entry (id, unit_id, period, subject, number,
			scheme_version, figures, account, document, document_on, entered_by, entered_at) values (${id(n)}, '${unit}', '2026-10', 's',
			${number}, 1, '{}', '', '', '2026-11-01', ${of(by)}, ${AT})`;
		const review = (
			n: number,
			verdict: string
		) => `insert into assessment_review (entry_id, unit_id, entered_by, verdict, reason,
			reviewed_by, reviewer_unit_id, reviewed_at) values (${id(n)}, '${town}', ${of(xu)}, '${verdict}', '没有附件', ${of(chief)},
			'${bureau.bureau}', ${AT})`;
		const rule = (
			version: number
		) => `insert into ranking_rule (version, based_on, effective_from, rule, digest, reason, proposed_by,
			proposed_at) values (${version}, 1, '2027-01-01', '{}', '', '调整分值', ${of(chief)}, ${AT})`;
		const honour = (
			n: number,
			actor: Actor,
			changed: string
		) => `insert into award_notice (id, run_id, nominee, nominee_id, state, honour,
			cycle, name, unit_name, deeds, noticed_on, explanation, changed_at) values (${id(n)}, ${id(40)}, ${of(actor)}, ${of(actor)},
			'publicity', '执法之星', '2026-10', '', '', '', '2026-11-16', '', ${changed})`;
		await plant(
			...[entry(41, town, xu), review(41, 'returned'), entry(42, town, xu, 2), entry(43, brigade, lin)],
			...[entry(44, bureau.bureau, lin), rule(90), rule(91)],
			`insert into ranking_rule_decision (version, proposed_by, verdict, reason, decided_by, decided_at)
				values (90, ${of(chief)}, 'confirmed', '', ${of(bureau.reviewer)}, ${AT})`,
			...[honour(45, lin, AT), honour(46, xu, LONG_AGO)]
		);
		// Of the town the newest, of the brigade one; the bureau's own is for another unit.
		expect(await waitsFor(bureau.reviewer, 'figures')).toBe(2);
		expect(await waitsFor(xu, 'figures')).toBe(0);
		expect(await waitsFor(bureau.reviewer, 'rule')).toBe(1);
		expect(await waitsFor(chief, 'rule')).toBe(0);
		expect((await told(xu)).news.map(({ kind }) => kind)).toContain('figures-returned');
		expect((await told(xu)).news.map(({ kind }) => kind)).not.toContain('award');
		expect((await told(lin)).news.find(({ kind }) => kind === 'award')?.title).toBe('2026年10月 执法之星：公示中');
	});

	test('a change of a setting that needs a second person', async () => {
		const change = (
			number: number,
			by: Actor
		) => `insert into setting_change (key, number, before, value, needs_second, reason,
			changed_by, changed_at) values ('k${number}', 1, '1', '2', true, '改一改看', ${of(by)}, ${AT})`;
		await plant(
			...[change(1, administrator), change(2, administrator)],
			`insert into setting_decision (key, number, changed_by, verdict, reason, decided_by, decided_at)
				values ('k2', 1, ${of(administrator)}, 'confirmed', '', ${of(chief)}, ${AT})`
		);
		expect(await waitsFor(chief, 'setting')).toBe(1);
		expect(await waitsFor(administrator, 'setting')).toBe(0);
		expect(await waitsFor(auditor, 'setting')).toBe(0);
	});

	test('a duty that waits for its second person: not for whoever asked, and only one who may be it', async () => {
		await plant(`insert into duty_request (id, kind, person_id, unit_id, role, from_on, reason, requested_by, requested_at, expires_at)
			values (${id(61)}, 'grant', ${of(xu)}, '${brigade}', 'auditor', '2026-11-02', '换人', ${of(administrator)}, ${AT}, '2027-01-01')`);
		expect(await waitsFor(chief, 'duty')).toBe(1);
		expect(await waitsFor(administrator, 'duty')).toBe(0);
		expect(await waitsFor(lin, 'duty')).toBe(0);
	});

	test('a certificate that ends, and a role that was given', async () => {
		await plant(
			`update person set certificate_expires_on = '2027-01-10' where id = ${of(lin)}`,
			`update person set certificate_expires_on = '2027-06-10' where id = ${of(xu)}`,
			`insert into role_grant (id, person_id, role, unit_id, granted_by, granted_at)
				values (${id(51)}, ${of(lin)}, 'judge', '${brigade}', ${of(administrator)}, ${AT})`
		);
		const { waiting, news } = await told(lin);
		expect(waiting.at(-1)).toMatchObject({ kind: 'certificate', due: '2027-01-10' });
		expect(news.find(({ kind }) => kind === 'grant')?.title).toBe('授予评委（综合行政执法大队）');
		expect(await waitsFor(xu, 'certificate')).toBe(0);
	});

	test('every kind has been told by one of these tests, or by the rooms above', async () => {
		const people = [lin, xu, chief, administrator, auditor, bureau.trainer, bureau.townTrainer, bureau.reviewer];
		const digests = await Promise.all(people.map(told));
		const seen = new Set(digests.flatMap(({ waiting, news }) => [...waiting, ...news].map(({ kind }) => kind)));
		const BY_STORIES: NoticeKind[] = ['objection-answered', 'law-review', 'correction', 'award-sheet', 'award-term'];
		const missing = Object.keys(LABELS).filter((kind) => !seen.has(kind as NoticeKind));
		expect(missing.sort()).toEqual(BY_STORIES.sort());
	});
});

test('for an officer the whole of it is one statement, and none while it is fresh', async () => {
	let sent: string[] = [];
	const counting = connect({ ...address, debug: (_connection, query) => void sent.push(query) }, 1);
	afterAll(() => counting.close());
	const ask = () => readDigest({ ...as(lin), db: counting.db });
	forgetDigest(lin.personId);
	await ask();
	forgetDigest(lin.personId);
	sent = [];
	// The frame and the page of one request.
	await Promise.all([ask(), ask()]);
	await ask();
	expect(sent.length, sent.join('\n\n')).toBe(1);
});
