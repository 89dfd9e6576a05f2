// The bare limits, in a process of their own: node:http and postgres.js on the same PostgreSQL server, nothing else.
// `fork`ed by bare-server.mjs with the target in BARE_TARGET; says its port to the parent.
import { createServer } from 'node:http';
import { URLSearchParams } from 'node:url';
import postgres from 'postgres';

const POOL = 10;
const OFFICERS = 32;
const ITEMS = 100;

const sql = postgres({ ...JSON.parse(process.env['BARE_TARGET'] ?? '{}'), max: POOL, onnotice: () => {} });
await sql`create table if not exists bench_answer (id bigint generated always as identity primary key, officer integer not null,
	item integer not null, mark smallint not null, answered_at timestamptz not null)`;
await sql`create table if not exists bench_card (officer integer, item integer, mark smallint not null, last_review timestamptz not null,
	primary key (officer, item))`;
await sql`insert into bench_card select o, i, 0, now() from generate_series(1, ${OFFICERS}::int) o, generate_series(1, ${ITEMS}::int) i
	on conflict do nothing`;

let turn = 0;
/** @type {Record<string, (officer: number, item: number, at: Date) => Promise<unknown>>} */
const WORK = {
	'/transaction': (officer, item, at) =>
		sql.begin(async (tx) => {
			await tx`insert into bench_answer (officer, item, mark, answered_at) values (${officer}, ${item}, 100, ${at})`;
			await tx`update bench_card set mark = 100, last_review = ${at} where officer = ${officer} and item = ${item}`;
		}),
	'/statement': (officer, item, at) => sql`with answered as (
			insert into bench_answer (officer, item, mark, answered_at) values (${officer}, ${item}, 100, ${at}))
		update bench_card set mark = 100, last_review = ${at} where officer = ${officer} and item = ${item}`
};

const server = createServer((request, response) => {
	let body = '';
	request.on('data', (piece) => (body += piece));
	request.on('end', async () => {
		turn++;
		const position = Number(new URLSearchParams(body).get('position'));
		const work = WORK[request.url ?? ''];
		try {
			if (work) await work(1 + (turn % OFFICERS), 1 + ((turn * 7 + position) % ITEMS), new Date());
			const answer = JSON.stringify({ mark: 100 });
			response.writeHead(work ? 200 : 404, { 'content-type': 'application/json', 'content-length': answer.length });
			response.end(answer);
		} catch (error) {
			response.writeHead(500).end(String(error));
		}
	});
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit(0));
