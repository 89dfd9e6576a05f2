// The page of a case beside an empty page of the same build, and the list over 5,000 cases with filters.
import { cpu, connectTo } from './server.mjs';
import { load, textOf } from './client.mjs';
import { medians, quantile, summarise, tell } from './figures.mjs';
import { ask, pageRequest } from './officers.mjs';
import { weighPage } from './weight.mjs';

const EMPTY = '/bench/empty';
const MANY = 5000;
const LISTS = 300;
/** What people narrow the list to. */
const FILTERS = [
	'',
	'?polarity=negative',
	'?area=evidence&industry=工贸',
	'?state=unread&sort=easy',
	'?difficulty=3&sort=short',
	'?query=一',
	'?article=administrative-penalty-law/55',
	'?area=law&page=12',
	'?state=read',
	'?polarity=positive&area=procedure&industry=危化&difficulty=2'
];

/** @param {import('./answer.mjs').Stage} stage */
export async function measureCases({ server, officers, rounds, seconds }) {
	const slug = await readThrough(officers);
	const path = `/cases/${slug}`;
	const pages = officers.map((officer) => pageRequest(server, path, officer));
	const empty = officers.map(() => pageRequest(server, EMPTY, null));
	const emptySignedIn = officers.map((officer) => pageRequest(server, EMPTY, officer));
	const page = await ask(server, pages[0] ?? Buffer.alloc(0));
	if (page.status !== 200 || !textOf(page).includes('id="judgement"')) throw new Error(`case: status ${page.status}`);
	const bare = await ask(server, empty[0] ?? Buffer.alloc(0));
	if (bare.status !== 200) throw new Error(`no empty page to compare with: status ${bare.status}`);
	const run = async (/** @type {Buffer[]} */ requests, duration = seconds) => {
		const before = cpu(server.pid);
		const answered = await load(
			server.port,
			duration,
			requests.map((bytes) => () => bytes)
		);
		const after = cpu(server.pid);
		const each = (/** @type {'node' | 'database'} */ of) => ((after[of] - before[of]) * 1000) / answered.count;
		return { ...summarise(answered), cpuNode: each('node'), cpuDatabase: each('database') };
	};
	await run(pages);
	await run(empty, seconds / 2);
	const [ours, limits, signedIn] = [[], [], []].map((list) => /** @type {Awaited<ReturnType<typeof run>>[]} */ (list));
	for (let turn = 1; turn <= rounds; turn++) {
		ours?.push(await run(pages));
		limits?.push(await run(empty));
		signedIn?.push(await run(emptySignedIn));
		const rates = [ours, limits, signedIn].map((list) => Math.round(list?.at(-1)?.rate ?? 0));
		tell(`案例 ${turn}/${rounds}：${rates[0]} pages/s · empty ${rates[1]}/s · empty with a session ${rates[2]}/s`);
	}
	const ratios = (ours ?? [])
		.map(({ rate }, at) => rate / (limits?.[at]?.rate ?? NaN))
		.sort((left, right) => left - right);
	const cold = await weighPage(server, /** @type {{ cookie: string }} */ (officers[0]), path);
	return {
		slug,
		...{
			bytes: page.bodyBytes,
			plain: textOf(page).length,
			cold: cold.bytes,
			requests: cold.requests,
			files: cold.files
		},
		...{ ours: medians(ours ?? []), empty: medians(limits ?? []), emptySignedIn: medians(signedIn ?? []) },
		...{ ratio: quantile(ratios, 0.5), ratios },
		list: await measureList(server, officers)
	};
}

/** Every officer of the bench has read a case to its end: the longest page there is. @param {readonly { id: string }[]} officers */
async function readThrough(officers) {
	const sql = connectTo('leitai');
	const [study] = await sql`
		select v.id, v.version from case_study s join case_version v on v.id = s.id and v.version = s.current_version
		where v.id not like 'bench-%' and not jsonb_path_exists(v.body, '$.blocks[*] ? (@.kind == "decide")')
		order by length(v.body::text) desc, v.id limit 1`;
	if (!study) throw new Error('no case to read');
	for (const { id } of officers) {
		await sql`
			insert into checkpoint_answer (person_id, case_id, case_version, checkpoint, answer, mark, answered_at)
			select ${id}, v.id, v.version, block->>'id', (
				select jsonb_agg(option->>'key') from jsonb_array_elements(block->'task'->'options') option where (option->>'correct')::boolean
			), 100, now()
			from case_version v cross join jsonb_array_elements(v.body->'blocks') block
			where v.id = ${study['id']} and v.version = ${study['version']} and block->>'kind' = 'checkpoint'
			on conflict do nothing`;
	}
	await sql.end();
	return String(study['id']);
}

/** @param {import('./server.mjs').Server} server @param {readonly { cookie: string }[]} officers */
async function measureList(server, officers) {
	const sql = connectTo('leitai');
	await sql`
		with copies as (
			select v.*, n from generate_series(1, ${MANY}::int) n
			join lateral (
				select v.* from case_study s join case_version v on v.id = s.id and v.version = s.current_version
				where v.id not like 'bench-%' order by md5(v.id || n::text) limit 1
			) v on true
		), studies as (
			insert into case_study (id) select 'bench-' || n from copies on conflict do nothing returning id
		), versions as (
			insert into case_version (id, version, digest, origin, status, title, lead, polarity, industry, areas, as_of, difficulty,
				minutes, checkpoints, body, created_at)
			select 'bench-' || n, 1, 'bench-' || n, 'file', 'published', title || n, lead, polarity, industry, areas, as_of - n % 700,
				1 + n % 5, minutes, checkpoints, body, created_at
			from copies on conflict do nothing
		), cited as (
			insert into citation (kind, piece_id, piece_version, number, law_id, article, paragraph, item, as_of, version, title)
			select c.kind, 'bench-' || n, 1, c.number, c.law_id, c.article, c.paragraph, c.item, c.as_of, c.version, c.title
			from copies join citation c on c.kind = 'case' and c.piece_id = copies.id and c.piece_version = copies.version
			on conflict do nothing
		)
		insert into citing_piece (kind, piece_id, version) select 'case', 'bench-' || n, 1 from copies on conflict do nothing`;
	await sql`update case_study set current_version = 1 where id like 'bench-%'`;
	await sql`insert into citing_piece (kind, piece_id, version) select 'case', id, 1 from case_study where id like 'bench-%' on conflict do nothing`;
	await sql.unsafe('analyze case_study; analyze case_version; analyze citation; analyze citing_piece');
	try {
		const requests = Array.from({ length: LISTS }, (_, at) =>
			pageRequest(server, encodeURI(`/cases${FILTERS[at % FILTERS.length]}`), officers[at % officers.length] ?? null)
		);
		/** @type {{ filter: string, millis: number }[]} */
		const taken = [];
		for (const [at, bytes] of requests.entries()) {
			const began = performance.now();
			const answer = await ask(server, bytes);
			if (answer.status !== 200) throw new Error(`list: status ${answer.status}`);
			// The first round fills what a node keeps.
			if (at >= FILTERS.length)
				taken.push({ filter: FILTERS[at % FILTERS.length] ?? '', millis: performance.now() - began });
		}
		const sorted = taken.map(({ millis }) => millis).sort((left, right) => left - right);
		const byFilter = FILTERS.map((filter) => {
			const own = taken.filter((one) => one.filter === filter).map(({ millis }) => millis);
			return {
				filter,
				p50: quantile(
					own.sort((left, right) => left - right),
					0.5
				)
			};
		});
		return { cases: MANY, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), byFilter };
	} finally {
		await sql.unsafe(`delete from citing_piece where piece_id like 'bench-%'; delete from citation where piece_id like 'bench-%';
			delete from case_version where id like 'bench-%'; delete from case_study where id like 'bench-%'`);
		await sql.end();
	}
}
