import { readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import { openCase } from '#lib/cases/server/use-cases/studio-cases.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { checkManuscript } from '#lib/studio/server/use-cases/check-manuscript.server.ts';
import { actOnManuscript, type Step } from '#lib/studio/server/use-cases/act-on-manuscript.server.ts';
import { commentManuscript, resolveComment } from '#lib/studio/server/use-cases/comment-manuscript.server.ts';
import { confirmWarnings } from '#lib/studio/server/use-cases/confirm-warnings.server.ts';
import { readReview } from '#lib/studio/server/use-cases/read-review.server.ts';
import { saveManuscript } from '#lib/studio/server/use-cases/save-manuscript.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { ledgerOf } from '../support/ledger-rows.ts';
import { caseFields, loadGround, walk } from '../support/manuscript.ts';

const { db, sql } = await freshDatabase();
const { bureau, lin, trainer, townTrainer, reviewer } = await makeBureau(db);
const as = (actor: Actor | null) => contextOf(db, { actor });
/** Holds both roles: may review at either gate, never at both. */
const both = await addActor(db, {
	...{ account: 'gu.xiaotang', name: '顾晓棠', unitId: bureau },
	roles: ['trainer', 'legal-reviewer']
});
beforeAll(() => loadGround(as(null)));

let made = 0;
const begin = async (change = {}) => {
	const fields = caseFields({ id: `badge-${++made}`, ...change });
	return valueOf(await startManuscript(as(trainer), { kind: 'case', from: { fields } })).id;
};
const act = (actor: Actor, id: string, act: Step['act'], reason = '') =>
	actOnManuscript(as(actor), id, { act, reason });

test('a sound text has no faults', async () => {
	const checked = valueOf(await checkManuscript(as(trainer), await begin()));
	expect(checked.faults).toEqual([]);
	expect(checked.redaction).toEqual([]);
	expect(checked.preview.length).toBeGreaterThan(15);
});

test('a text goes through both gates and its readers find it, signed by all three', async () => {
	const id = await begin({ id: 'through-both-gates' });
	expect(refusalOf(await readCase(as(lin), 'through-both-gates')).code).toBe('no-such-case');
	await walk(id, [
		[as(trainer), 'submit'],
		[as(townTrainer), 'approve-internal', '事实和法条都对过了'],
		[as(reviewer), 'approve-legal']
	]);
	const { study } = valueOf(await readCase(as(lin), 'through-both-gates'));
	expect(study).toMatchObject({ version: 1, author: '梁若川' });
	expect(study.reviews).toEqual(['内审 方砚秋 2026年11月20日', '法审 沈知微 2026年11月20日']);
	const [row] = await sql`select origin, status, digest, encode(sha256(convert_to(source, 'UTF8')), 'hex') as sum
		from case_version where id = 'through-both-gates'`;
	expect(row).toMatchObject({ origin: 'studio', status: 'published' });
	expect(row!['digest']).toBe(row!['sum']);
	const cited = await sql`select 1 from citing_piece where kind = 'case' and piece_id = 'through-both-gates'`;
	expect(cited).toHaveLength(1);
	const audit = await sql`select detail->>'act' as act, actor_id from audit_entry
		where use_case = 'studio.actOnManuscript' and subject = ${`manuscript:${id}`} order by at, id`;
	expect(audit.map((one) => [one['act'] as string, one['actor_id'] as string])).toEqual([
		['submit', trainer.personId],
		['approve-internal', townTrainer.personId],
		['approve-legal', reviewer.personId]
	]);
});

test('a new case is an entry for the officer who began it; whoever mended it, and a further version, get none', async () => {
	const author = await addActor(db, {
		...{ account: 'su.yan', name: '苏砚', unitId: bureau },
		roles: ['officer', 'trainer']
	});
	const mender = await addActor(db, {
		...{ account: 'qin.ye', name: '秦野', unitId: bureau },
		roles: ['officer', 'trainer']
	});
	const fields = caseFields({ id: 'written-by-an-officer' });
	const { id } = valueOf(await startManuscript(as(author), { kind: 'case', from: { fields } }));
	await sql`insert into manuscript_author values (${id}, ${mender.personId}, '2026-11-20T10:00:00Z')`;
	await walk(id, [
		[as(author), 'submit'],
		[as(townTrainer), 'approve-internal', '事实和法条都对过了'],
		[as(reviewer), 'approve-legal']
	]);
	expect(await ledgerOf(sql, 'case-published')).toEqual(['苏砚 case:written-by-an-officer@1 100 -']);
});

describe('nobody passes a gate who may not', () => {
	const cases: [string, Actor, Step['act'], Step['act'][], string][] = [
		['the author, internally', trainer, 'approve-internal', ['submit'], 'own-text'],
		['a legal reviewer, internally', reviewer, 'approve-internal', ['submit'], 'not-reviewer'],
		['a legal reviewer before the internal review', reviewer, 'approve-legal', ['submit'], 'wrong-state'],
		['a legal reviewer of a draft', reviewer, 'approve-legal', [], 'wrong-state'],
		['a trainer, legally', townTrainer, 'approve-legal', ['submit', 'approve-internal'], 'not-reviewer'],
		['a trainer who did not write it, submitting', townTrainer, 'submit', [], 'not-author'],
		['anybody, superseding', both, 'supersede', [], 'wrong-state']
	];
	test.each(cases)('%s', async (_, actor, wanted, before, code) => {
		const id = await begin();
		for (const step of before) valueOf(await act(step === 'submit' ? trainer : townTrainer, id, step));
		const refusal = refusalOf(await act(actor, id, wanted, '理由写在这里'));
		expect(refusal.code).toBe(code);
		expect(refusal.message).toMatch(/\p{Script=Han}.*。$/u);
	});

	test('one person at both gates', async () => {
		const id = await begin();
		await walk(id, [
			[as(trainer), 'submit'],
			[as(both), 'approve-internal']
		]);
		expect(refusalOf(await act(both, id, 'approve-legal')).message).toBe(
			'内审和法审不能是同一个人：内审由顾晓棠通过。'
		);
	});

	test('a reviewer who changed a word after sending it back', async () => {
		const id = await begin();
		await walk(id, [
			[as(trainer), 'submit'],
			[as(townTrainer), 'return-internal', '提要没有说清楚']
		]);
		valueOf(await saveManuscript(as(townTrainer), id, [{ field: 'lead', was: '一句话把人带进来。', now: '换一句。' }]));
		valueOf(await act(trainer, id, 'submit'));
		expect(refusalOf(await act(townTrainer, id, 'approve-internal')).code).toBe('own-text');
		await walk(id, [
			[as(both), 'approve-internal'],
			[as(reviewer), 'approve-legal']
		]);
	});

	test('an officer and a visitor do not even learn that it is there', async () => {
		const id = await begin();
		for (const actor of [lin, null]) {
			await expect(readReview(as(actor), id, null)).rejects.toMatchObject({ useCase: 'studio.readManuscripts' });
			await expect(actOnManuscript(as(actor), id, { act: 'submit', reason: '' })).rejects.toThrow('not allowed');
		}
	});
});

test('a text under review stands still, and its author may take it back', async () => {
	const id = await begin();
	valueOf(await act(trainer, id, 'submit'));
	const change = [{ field: 'title', was: '门口的那张证', now: '另一个题目' }];
	expect(refusalOf(await saveManuscript(as(trainer), id, change)).message).toContain('退回修改');
	await walk(id, [
		[as(townTrainer), 'approve-internal'],
		[as(trainer), 'take-back']
	]);
	valueOf(await saveManuscript(as(trainer), id, change));
	// What was passed was another text.
	valueOf(await act(trainer, id, 'submit'));
	expect(refusalOf(await act(reviewer, id, 'approve-legal')).code).toBe('wrong-state');
});

test('of two reviewers at once one passes it and the other is told; a double click is one step', async () => {
	const id = await begin();
	await Promise.all([1, 2].map(async () => valueOf(await act(trainer, id, 'submit'))));
	const results = await Promise.all([
		act(townTrainer, id, 'approve-internal'),
		act(both, id, 'return-internal', '再看一遍程序部分')
	]);
	expect(results.filter(({ ok }) => ok)).toHaveLength(1);
	expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'wrong-state' } });
	const [row] = await sql`select count(*)::int as steps from manuscript_step where manuscript_id = ${id}`;
	expect(row!['steps']).toBe(3);
});

test('who saw an older state decides anew', async () => {
	const id = await begin();
	const { seen } = valueOf(await readReview(as(townTrainer), id, null));
	valueOf(await act(trainer, id, 'submit'));
	const late = await actOnManuscript(as(townTrainer), id, { act: 'approve-internal', reason: '', seen });
	expect(refusalOf(late).message).toContain('梁若川 11月20日 09:00 已经“提交内审”');
});

test('remarks hold the gate shut until each is answered and closed by a reviewer', async () => {
	const id = await begin();
	valueOf(await act(trainer, id, 'submit'));
	const { blocks } = valueOf(await readReview(as(townTrainer), id, null));
	const block = blocks.find(({ field, text }) => field === 'body' && text.includes('九十七条'))!;
	const said = { field: block.field, quote: block.text, text: '哪一款？' };
	const comment = valueOf(await commentManuscript(as(townTrainer), id, said));
	expect(refusalOf(await act(townTrainer, id, 'approve-internal')).code).toBe('open-comments');
	valueOf(await act(townTrainer, id, 'return-internal', '写明是哪一款'));
	expect(refusalOf(await act(trainer, id, 'submit')).code).toBe('unanswered');
	expect(refusalOf(await resolveComment(as(trainer), id, comment)).code).toBe('not-yours');
	valueOf(
		await commentManuscript(as(trainer), id, { field: '', quote: '', text: '第一款，已写明。', parentId: comment })
	);
	const body = caseFields()['body']!;
	const now = body.replace('第九十七条](law:work-safety-law/97)', '第九十七条第一款](law:work-safety-law/97/1)');
	valueOf(await saveManuscript(as(trainer), id, [{ field: 'body', was: body, now }]));
	valueOf(await act(trainer, id, 'submit'));
	const again = valueOf(await readReview(as(townTrainer), id, null));
	expect(again.comments[0]).toMatchObject({ anchor: { isChanged: true }, answers: [{ text: '第一款，已写明。' }] });
	expect(again.blocks[again.comments[0]!.anchor.block!]!.text).toContain('第一款');
	expect(again.diff).toMatchObject({ against: 'submitted', differences: [{ field: 'body' }] });
	await Promise.all([1, 2].map(async () => valueOf(await resolveComment(as(townTrainer), id, comment))));
	await walk(id, [
		[as(townTrainer), 'approve-internal'],
		[as(reviewer), 'approve-legal']
	]);
});

test('what looks like personal data is changed away or confirmed before the legal review passes it', async () => {
	const id = await begin({ lead: '当事人赵德柱，电话13912345678，就这样写进了案例。' });
	await walk(id, [
		[as(trainer), 'submit'],
		[as(townTrainer), 'approve-internal']
	]);
	expect(refusalOf(await act(reviewer, id, 'approve-legal')).code).toBe('personal-data');
	const { redaction } = valueOf(await checkManuscript(as(trainer), id));
	expect(redaction.map(({ kind }) => kind).sort()).toEqual(['name', 'phone']);
	const keys = redaction.map(({ key }) => key);
	expect(refusalOf(await confirmWarnings(as(townTrainer), id, { keys, reason: '人名号码都是编的' })).code).toBe(
		'not-author'
	);
	expect(refusalOf(await confirmWarnings(as(trainer), id, { keys, reason: '编的' })).code).toBe('no-reason');
	expect(valueOf(await confirmWarnings(as(trainer), id, { keys, reason: '人名号码都是编的' }))).toBe(2);
	valueOf(await act(reviewer, id, 'approve-legal'));
});

test('a text with faults is not handed in, and says where', async () => {
	const id = await begin({ timeline: '- {at: 昨天, text: 到场}' });
	expect(refusalOf(await act(trainer, id, 'submit')).code).toBe('faults');
	const { faults, preview } = valueOf(await checkManuscript(as(trainer), id));
	expect(faults[0]).toMatchObject({ field: 'timeline' });
	expect(preview.some(({ text }) => text.includes('门口的那张证'))).toBe(true);
});

describe('what is published', () => {
	test('is changed by a manuscript of its own, and the old one is superseded', async () => {
		const first = await begin({ id: 'changed-later' });
		await walk(first, [
			[as(trainer), 'submit'],
			[as(townTrainer), 'approve-internal'],
			[as(reviewer), 'approve-legal']
		]);
		const started = { kind: 'case', from: { pieceId: 'changed-later' } } as const;
		const twice = await Promise.all([townTrainer, both].map((one) => startManuscript(as(one), started)));
		const ids = twice.map((one) => valueOf(one).id);
		expect(new Set(ids).size).toBe(1);
		const id = ids[0]!;
		const [author, other] =
			(await sql`select created_by from manuscript where id = ${id}`)[0]!['created_by'] === both.personId
				? [both, townTrainer]
				: [townTrainer, both];
		const { faults } = valueOf(await checkManuscript(as(author), id));
		expect(faults).toEqual([{ field: 'note', line: null, message: '写明这一版改了什么，读者会看到。' }]);
		valueOf(await saveManuscript(as(author), id, [{ field: 'note', was: '', now: '补充了第二处程序问题。' }]));
		await walk(id, [
			[as(author), 'submit'],
			[as(other), 'approve-internal'],
			[as(reviewer), 'approve-legal']
		]);
		expect(valueOf(await readCase(as(lin), 'changed-later')).study.version).toBe(2);
		expect(valueOf(await readReview(as(trainer), first, null)).state).toBe('superseded');
		expect(valueOf(await openCase(as(null), 'changed-later', 1)).source).not.toContain('补充了');
	});

	test('is withdrawn with a reason, and no file brings it back', async () => {
		const id = await begin({ id: 'withdrawn-again' });
		await walk(id, [
			[as(trainer), 'submit'],
			[as(townTrainer), 'approve-internal'],
			[as(reviewer), 'approve-legal']
		]);
		expect(refusalOf(await act(reviewer, id, 'withdraw')).field).toBe('reason');
		valueOf(await act(reviewer, id, 'withdraw', '法条已经修改，结论不再成立'));
		expect(refusalOf(await readCase(as(lin), 'withdrawn-again')).code).toBe('no-such-case');
		expect(await sql`select 1 from citing_piece where piece_id = 'withdrawn-again'`).toHaveLength(0);
	});

	test('two new texts cannot become the same piece', async () => {
		const [one, two] = [await begin({ id: 'same-name' }), await begin({ id: 'same-name' })];
		for (const id of [one, two]) {
			await walk(id, [
				[as(trainer), 'submit'],
				[as(townTrainer), 'approve-internal']
			]);
		}
		valueOf(await act(reviewer, one, 'approve-legal'));
		expect(refusalOf(await act(reviewer, two, 'approve-legal')).code).toBe('id-taken');
		expect(valueOf(await readReview(as(trainer), two, null)).state).toBe('legal-review');
	});
});

test('the log, the versions, and remarks that were closed, are never changed', async () => {
	for (const table of ['manuscript_step', 'manuscript_version', 'manuscript_confirmation']) {
		await expect(sql.unsafe(`delete from ${table}`), table).rejects.toThrow('append-only');
		await expect(sql.unsafe(`truncate ${table} cascade`), table).rejects.toThrow('append-only');
	}
	await expect(sql`update manuscript_step set reason = '另一个'`).rejects.toThrow('append-only');
	await expect(sql`update manuscript_comment set text = '没说过'`).rejects.toThrow('append-only');
});
