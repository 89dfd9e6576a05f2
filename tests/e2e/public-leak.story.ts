import type { APIRequestContext, APIResponse } from '@playwright/test';
import type postgres from 'postgres';
import { connect } from '#db/connect.ts';
import { expect, test } from '../support/e2e.ts';
import { type Planted, type Secret, plantSecrets } from '../support/planted-secrets.ts';
import { addressesOf, readRoutes } from '../support/routes.ts';

test.describe.configure({ mode: 'serial' });
test.setTimeout(300_000);

let planted: Planted;
test.beforeAll(async ({ server }) => {
	const { db, sql, close } = connect({ ...server.database }, 2);
	planted = await plantSecrets(db, sql);
	await close();
});

/** What must not be in an answer and is, unless whoever asked had said it. */
async function findLeaks(answer: APIResponse, asked: string): Promise<string[]> {
	const said = decodeURIComponent(asked);
	const head = answer.headersArray().map(({ name, value }) => `${name}: ${value}`);
	const text = decode([...head, await answer.text()].join('\n'));
	const isLeak = (one: Secret) => !said.includes(one.text) && text.includes(one.text);
	return planted.secrets
		.filter(isLeak)
		.map(({ where, text: found }) => `${answer.status()} ${asked}: ${where}: ${found}`);
}

/** Escaped once for HTML, once for JSON in it: read as a reader of the source would. */
const decode = (text: string) =>
	text
		.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		.replace(/&quot;|&#34;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&lt;/g, '<')
		.replace(/&amp;/g, '&');

/** What stands in the addresses of things: of what is public and, above all, of what is not. */
async function readValues(sql: postgres.Sql): Promise<Record<string, string[]>> {
	const one = async (query: postgres.PendingQuery<postgres.Row[]>) =>
		(await query).flatMap((row) => Object.values(row).map(String));
	const [cases, pieces, ids, officers, tasks, files, reviews, units] = await Promise.all([
		one(sql`select id from case_study order by id limit 2`),
		one(
			sql`(select id from public_case where current_version is not null limit 1) union all select id from public_case where id like 'public-%'`
		),
		one(
			sql`(select id from manuscript limit 1) union all (select id from drill_set limit 1) union all (select id from draft limit 1)
				union all (select id from award_run limit 1)`
		),
		one(sql`select id from person where account = 'ye.qingjia'`),
		one(sql`select id from drafting_piece where kind = 'task' order by id limit 1`),
		one(sql`select id from drafting_piece where kind = 'review' order by id limit 1`),
		one(sql`select id from currency_review order by id limit 1`),
		one(sql`select id from unit where kind = 'town' order by id limit 1`)
	]);
	return {
		key: ['bureau.name'],
		...{ slug: [...cases, ...pieces, 'zqx-manuscript-id'], id: [...ids, ...files, ...reviews, ...cases.slice(0, 1)] },
		...{
			law: ['work-safety-law'],
			article: ['30', '97'],
			cycle: ['2026-11'],
			period: ['2026-10', '2026-Q4', '2026'],
			unit: units,
			officer: officers,
			nominee: officers,
			code: ['0000-0000'],
			task: tasks,
			kind: ['evidence'],
			// Behind closed doors; an open one would stream for ever, and what it tells to whom is a property of its own.
			hearing: [planted.hearingId],
			token: ['x'.repeat(43)]
		},
		...{ number: ['1'], digest: [planted.imageDigest], paragraph: ['1'], version: ['1'] }
	};
}

test('no address of the application tells a visitor anything of a case that is not public', async ({
	request,
	sql
}) => {
	const values = await readValues(sql);
	const leaks: string[] = [];
	const seen: Record<number, number> = {};
	for (const route of readRoutes()) {
		for (const path of addressesOf(route, values)) {
			const asked = route.isPage
				? [path, `${path === '/' ? '' : path}/__data.json`, `${path}?q=${encodeURIComponent('面罩')}`]
				: [path];
			for (const address of asked) {
				const answer = await request.get(address, { maxRedirects: 0 });
				seen[answer.status()] = (seen[answer.status()] ?? 0) + 1;
				leaks.push(...(await findLeaks(answer, address)));
				expect(answer.status(), address).toBeLessThan(500);
			}
			leaks.push(...(await findLeaks(await post(request, path), path)));
		}
	}
	expect(leaks).toEqual([]);
	// It has seen pages, closed doors and empty rooms.
	for (const status of [200, 303, 404, 410]) expect(seen[status], String(status)).toBeGreaterThan(0);
});

/** Sends what a form or a script could. */
function post(request: APIRequestContext, path: string): Promise<APIResponse> {
	const form = { checkpoint: 'one', pick: 'a', id: planted.manuscriptId, case: 'one', q: 'x' };
	return request.post(path, { form, maxRedirects: 0, headers: { accept: 'text/html' } });
}

test('nor does anything that can be reached by following links, or found by searching', async ({
	request,
	server,
	sql
}) => {
	const words = await sql<{ word: string }[]>`select distinct substr(title, 1, 2) as word from case_version
		union select distinct substr(lead, 1, 3) from case_version`;
	const open = ['/', '/public/cases', '/laws', '/discretion', '/cases', '/sitemap.xml', '/robots.txt', '/favicon.ico'];
	const queue = [...open, ...[...words, { word: 'zq' }].map(({ word }) => `/search?q=${encodeURIComponent(word)}`)];
	const known = new Set(queue);
	const perRoom = new Map<string, number>();
	const leaks: string[] = [];
	let visited = 0;
	for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
		const answer = await request.get(next, { maxRedirects: 0 });
		visited++;
		leaks.push(...(await findLeaks(answer, next)));
		const text = await answer.text();
		for (const [, address] of text.matchAll(/\b(?:href|src|action|content)="([^"#]+)/g)) {
			const at = address!.replaceAll('&amp;', '&');
			const base = new URL(next, server.url);
			if (!URL.canParse(at, base)) continue;
			const { origin, pathname, search } = new URL(at, base);
			const path = pathname + search;
			if (origin !== server.url) continue;
			const room = path.split(/[/?]/)[1]!;
			const count = perRoom.get(room) ?? 0;
			// Laws alone would go on for hours.
			if (known.has(path) || path.startsWith('/_app/') || count >= (room === 'public' ? 200 : 40)) continue;
			known.add(path);
			perRoom.set(room, count + 1);
			queue.push(path);
		}
	}
	expect(leaks).toEqual([]);
	expect(visited).toBeGreaterThan(100);
	expect(perRoom.get('public')).toBeGreaterThan(8);
});

test('the finder would have told: somebody signed in does see all of it', async ({ request, sql, server }) => {
	const form = { account: 'liang.ruochuan', password: 'qinglan-2026', next: '/' };
	await request.post('/login', { form, headers: { origin: server.url }, maxRedirects: 0 });
	const [one] = await sql<
		{ id: string }[]
	>`select id from case_study where current_version is not null order by id limit 1`;
	expect((await findLeaks(await request.get(`/cases/${one!.id}`), '')).join('\n')).toMatch(/a mark: ZQX/);
	expect((await findLeaks(await request.get('/search?q=面罩'), '')).join('\n')).toMatch(/title of a case/);
});
