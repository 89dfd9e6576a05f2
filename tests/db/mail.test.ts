import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { chooseNotices } from '#lib/notices/server/use-cases/change-notices.server.ts';
import { forgetOldNotices, sendDigests } from '#lib/notices/server/use-cases/send-digests.server.ts';
import * as corrections from '#lib/own/server/use-cases/corrections.server.ts';
import { openMailer } from '#lib/platform/mailer.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { lin, administrator } = await makeBureau(db);
const ADDRESS = 'guan@example.gov.cn';

/** What the server does with a letter; `drop` = it goes away after it has heard everything. */
type Manner = 'take' | 'later' | 'never' | 'drop';
let manner: Manner = 'take';
let taken: string[] = [];
const refuse = (responseCode: number) => Object.assign(new Error('refused by the test'), { responseCode });
const server = new SMTPServer({
	...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
	onRcptTo: (_address, _session, done) =>
		done(manner === 'later' ? refuse(451) : manner === 'never' ? refuse(550) : null),
	onData: (stream, _session, done) => {
		void text(stream).then((letter) => {
			taken.push(letter);
			if (manner !== 'drop') return done();
			for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy();
		});
	}
});
server.on('error', () => {});
let port = 0;
beforeAll(async () => {
	const listening = server.listen(0, '127.0.0.1');
	await once(listening, 'listening');
	({ port } = listening.address() as AddressInfo);
	// It waits for the administrator, every day anew.
	const wish = { about: 'account', place: '档案里的证号', wrong: '少一位', right: '十二位' } as const;
	valueOf(await corrections.askCorrection(as(lin, '2026-11-20', '06:00'), { id: newId(new Date(0)), ...wish }));
	await want(administrator, true);
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));
beforeEach(() => {
	taken = [];
	manner = 'take';
});

const as = (actor: Actor | null, day: string, clock: string) => contextOf(db, { actor, now: instantOf(day, clock) });
const want = async (actor: Actor, wantsMail: boolean) => {
	const choice = { on: [], offered: [], mailAddress: ADDRESS, wantsMail };
	valueOf(await chooseNotices(as(actor, '2026-11-20', '06:00'), choice));
};
const mailer = (at = port) =>
	openMailer({ SMTP_URL: `smtp://127.0.0.1:${at}`, MAIL_FROM: '擂台 <leitai@example.gov.cn>' })!;
const sweep = (day: string, clock: string, at?: number) => sendDigests(as(null, day, clock), mailer(at));
const letterOf = async (day: string) =>
	(await sql`select * from mail_outbox where day = ${day}`)[0] as unknown as Record<string, unknown>;

test('nothing is configured, nothing opens', () => {
	expect(openMailer({ SMTP_URL: '', MAIL_FROM: '' })).toBeNull();
});

describe('a digest', () => {
	test('is not written before its minute, then goes out once, to the address, with numbers and no names', async () => {
		expect(await sweep('2026-11-20', '07:29')).toEqual({ written: 0, givenUp: 0, sent: 0 });
		expect(await sweep('2026-11-20', '07:30')).toEqual({ written: 1, givenUp: 0, sent: 1 });
		expect(await sweep('2026-11-20', '07:40')).toEqual({ written: 0, givenUp: 0, sent: 0 });
		expect(taken).toHaveLength(1);
		const [head, body] = taken[0]!.split('\r\n\r\n') as [string, string];
		expect(head).toMatch(/^To: guan@example\.gov\.cn$/m);
		expect(head).toMatch(/^Auto-Submitted: auto-generated$/im);
		expect(head).toMatch(/^Message-ID: <[0-9a-f-]{36}@example\.gov\.cn>$/im);
		const read = Buffer.from(body.replaceAll('\r\n', ''), 'base64').toString();
		expect(read || body).toContain('更正请求待办理：1 项');
		expect(read + body).not.toMatch(/林岳|证号/);
	});

	test('two nodes at the same minute send one', async () => {
		const both = await Promise.all([sweep('2026-11-23', '07:35'), sweep('2026-11-23', '07:35')]);
		const sum = (key: 'written' | 'sent') => both.reduce((total, one) => total + one[key], 0);
		expect([sum('written'), sum('sent'), taken.length]).toEqual([1, 1, 1]);
	});

	test('is written for working days, and for whoever wants it', async () => {
		expect(await sweep('2026-11-22', '09:00')).toMatchObject({ written: 0 });
		await want(administrator, false);
		expect(await sweep('2026-11-24', '09:00')).toMatchObject({ written: 0, sent: 0 });
		await want(administrator, true);
	});
});

describe('a server', () => {
	test('that is down costs no try: the letter goes when it answers', async () => {
		expect(await sweep('2026-11-25', '08:00', 1)).toEqual({ written: 1, givenUp: 0, sent: 0 });
		expect(await letterOf('2026-11-25')).toMatchObject({ tries: 0, sent_at: null, dead_at: null });
		expect(await sweep('2026-11-25', '08:10')).toMatchObject({ written: 0, sent: 1 });
	});

	test('that says later is asked again after growing pauses, and not once more in between', async () => {
		manner = 'later';
		for (const [clock, tries] of [
			['08:00', 1],
			['08:05', 1],
			['08:10', 2],
			['08:39', 2],
			['08:40', 3]
		] as const) {
			await sweep('2026-11-26', clock);
			expect(await letterOf('2026-11-26'), clock).toMatchObject({ tries, sent_at: null });
		}
		manner = 'take';
		expect(await sweep('2026-11-26', '09:40')).toMatchObject({ sent: 1 });
		expect(await letterOf('2026-11-26')).toMatchObject({ tries: 4, dead_at: null, trying_since: null });
	});

	test('that says later too often is left alone', async () => {
		manner = 'later';
		for (const clock of ['08:00', '08:10', '08:40', '09:40', '11:40', '15:00']) await sweep('2026-11-27', clock);
		expect(await letterOf('2026-11-27')).toMatchObject({ tries: 5 });
		expect((await letterOf('2026-11-27'))['fault']).toContain('试了 5 次');
		expect(taken).toEqual([]);
	});

	test('that refuses for good is not asked again', async () => {
		manner = 'never';
		await sweep('2026-11-30', '08:00');
		manner = 'take';
		expect(await sweep('2026-11-30', '12:00')).toMatchObject({ sent: 0 });
		expect(await letterOf('2026-11-30')).toMatchObject({ tries: 1 });
		expect((await letterOf('2026-11-30'))['fault']).toContain('拒收');
	});

	test('that has heard everything and goes away without a word gets it no second time', async () => {
		manner = 'drop';
		await sweep('2026-12-01', '08:00');
		manner = 'take';
		expect(await sweep('2026-12-01', '09:00')).toMatchObject({ sent: 0 });
		expect(taken).toHaveLength(1);
		expect((await letterOf('2026-12-01'))['fault']).toContain('不能确定');
	});
});

test('a node that died while it sent leaves a letter that is given up, and so is one of yesterday', async () => {
	await sweep('2026-12-02', '08:00', 1);
	await sql`update mail_outbox set trying_since = ${instantOf('2026-12-02', '08:00').toISOString()} where day = '2026-12-02'`;
	expect(await sweep('2026-12-02', '08:10')).toMatchObject({ givenUp: 0, sent: 0 });
	expect(await sweep('2026-12-02', '08:16')).toMatchObject({ givenUp: 1, sent: 0 });
	await sweep('2026-12-03', '08:00', 1);
	expect(await sweep('2026-12-04', '06:00')).toEqual({ written: 0, givenUp: 1, sent: 0 });
	expect(taken).toEqual([]);
});

test('letters are forgotten with their addresses', async () => {
	const count = async () => (await sql<{ n: number }[]>`select count(*)::int as n from mail_outbox`)[0]!.n;
	expect(await count()).toBeGreaterThan(5);
	await forgetOldNotices(as(null, '2027-02-20', '08:00'));
	expect(await count()).toBe(0);
});
