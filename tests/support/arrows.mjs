// Runs the arrows of .dependency-cruiser.cjs over src and db, and first over a small planted house in which every rule is
// broken once: a boundary check that reports nothing may also be one that sees nothing.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { argv, exit } from 'node:process';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '../..');
const CONFIG = '.dependency-cruiser.cjs';
const load = createRequire(import.meta.url);
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Lawful files: what a house built to STYLE looks like. None of them may be reported.
 * @type {Record<string, string>} */
const HOUSE = {
	'db/connect.ts': `export type Db = object;\nexport const connect = 1;`,
	'db/schema/law.ts': `import { KINDS } from '#lib/law/domain/law.ts';\nexport const law = KINDS;`,
	'db/schema/drills.ts': `import { law } from './law.ts';\nexport const item = law;`,
	'db/seed/law.ts': `import { cite } from '#lib/law/server/use-cases.server.ts';\nimport { now } from '#lib/shared/time.ts';\nimport type { Ctx } from '#lib/platform/ctx.server.ts';\nexport const seed = (ctx: Ctx) => [cite, now, ctx];`,
	'src/lib/shared/time.ts': `import { createHash } from 'node:crypto';\nexport const now = createHash;`,
	'src/lib/platform/ctx.server.ts': `import type { Db } from '#db/connect.ts';\nexport interface Ctx { db: Db }`,
	'src/lib/kit/Box.svelte': `<script lang="ts">import { now } from '#lib/shared/time.ts';</script>{now}`,
	'src/lib/law/domain/law.ts': `import { now } from '#lib/shared/time.ts';\nexport const KINDS = { now };`,
	'src/lib/law/server/repository.server.ts': `import type { Db } from '#db/connect.ts';\nimport { law } from '#db/schema/law.ts';\nexport const find = (db: Db) => [db, law];`,
	'src/lib/law/server/use-cases.server.ts': `import { KINDS } from '../domain/law.ts';\nimport { find } from './repository.server.ts';\nexport const cite = () => [KINDS, find];`,
	'src/lib/drills/domain/item.ts': `import { KINDS } from '#lib/law/domain/law.ts';\nexport const item = KINDS;`,
	'src/lib/drills/forms.ts': `import { item } from './domain/item.ts';\nexport const form = item;`,
	'src/lib/drills/server/repository/items.server.ts': `import { item } from '#db/schema/drills.ts';\nexport const items = item;`,
	'src/lib/drills/server/use-cases/answer.server.ts': `import type { Ctx } from '#lib/platform/ctx.server.ts';\nimport { cite } from '#lib/law/server/use-cases.server.ts';\nimport { items } from '../repository/items.server.ts';\nexport const answer = (ctx: Ctx) => [ctx, cite, items];`,
	'src/lib/drills/ui/Item.svelte': `<script lang="ts">import Box from '#lib/kit/Box.svelte';\nimport { form } from '../forms.ts';\nimport { item } from '../domain/item.ts';</script><Box />{form}{item}`,
	'src/routes/drills/+page.svelte': `<script lang="ts">import { resolve } from '$app/paths';\nimport Item from '#lib/drills/ui/Item.svelte';</script><Item />{resolve}`,
	'src/routes/drills/+page.server.ts': `import type { PageServerLoad } from './$types';\nimport { answer } from '#lib/drills/server/use-cases/answer.server.ts';\nexport const load: PageServerLoad = answer;`,
	'src/cli/seed.ts': `import type { Db } from '#db/connect.ts';\nimport { seed } from '#db/seed/law.ts';\nexport const run = (db: Db) => seed(db);`
};

const LAW_REPOSITORY = `import { find } from '#lib/law/server/repository.server.ts';\nexport const planted = find;`;
const LAW_SCHEMA = `import { law } from '#db/schema/law.ts';\nexport const planted = law;`;

/** One violation of every rule: rule → the file that must be reported, its text.
 * @type {Record<string, [file: string, text: string]>} */
const PLANTED = {
	'no-cycle': ['src/lib/drills/domain/egg.ts', `import { hen } from './hen.ts';\nexport const egg = () => hen;`],
	resolvable: [
		'src/lib/drills/domain/lost.ts',
		`import { lost } from '#lib/nowhere/domain/lost.ts';\nexport { lost };`
	],
	'doors-ask-use-cases': ['src/routes/law/+page.server.ts', LAW_REPOSITORY],
	'routes-know-no-database': [
		'src/routes/board/+page.server.ts',
		`import type { Db } from '#db/connect.ts';\nexport type Planted = Db;`
	],
	'commands-know-no-tables': ['src/cli/tables.ts', LAW_SCHEMA],
	'commands-open-by-platform': [
		'src/hooks.server.ts',
		`import { connect } from '#db/connect.ts';\nexport const planted = connect;`
	],
	'own-repository': ['src/lib/drills/server/use-cases/foreign.server.ts', LAW_REPOSITORY],
	'repository-stays-inside': ['src/lib/platform/nosy.server.ts', LAW_REPOSITORY],
	'foreign-rooms-by-use-case': [
		'src/lib/drills/server/use-cases/private.server.ts',
		`import { key } from '#lib/law/server/key.server.ts';\nexport const planted = key;`
	],
	'schema-behind-repository': ['src/lib/drills/server/use-cases/tables.server.ts', LAW_SCHEMA],
	'own-tables': ['src/lib/drills/server/repository/laws.server.ts', LAW_SCHEMA],
	'rooms-get-their-database': [
		'src/lib/drills/server/use-cases/connect.server.ts',
		`import { connect } from '#db/connect.ts';\nexport const planted = connect;`
	],
	'seed-by-use-cases': [
		'db/seed/drills.ts',
		`import { items } from '#lib/drills/server/repository/items.server.ts';\nexport const planted = items;`
	],
	'seed-knows-no-schema': [
		'db/seed/rows.ts',
		`import type { law } from '../schema/law.ts';\nexport type Planted = typeof law;`
	],
	'domain-is-pure': [
		'src/lib/drills/domain/impure.ts',
		`import type { Ctx } from '#lib/platform/ctx.server.ts';\nexport type Planted = Ctx;`
	],
	'domain-needs-no-machine': [
		'src/lib/drills/domain/file.ts',
		`import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;`
	],
	'shared-is-the-kernel': [
		'src/lib/shared/heavy.ts',
		`import { KINDS } from '#lib/law/domain/law.ts';\nexport const planted = KINDS;`
	],
	'shared-needs-no-machine': [
		'src/lib/shared/disk.ts',
		`import { readFileSync } from 'fs';\nexport const planted = readFileSync;`
	],
	'ui-shows': [
		'src/lib/law/ui/Borrowed.svelte',
		`<script lang="ts">import Item from '#lib/drills/ui/Item.svelte';</script><Item />`
	],
	'kit-knows-no-room': [
		'src/lib/kit/Law.svelte',
		`<script>import { KINDS } from '#lib/law/domain/law.ts';</script>{KINDS}`
	],
	'browser-sees-no-server': [
		'src/lib/drills/ui/Leak.svelte',
		`<script lang="ts">import { answer } from '../server/use-cases/answer.server.ts';</script>{answer}`
	],
	'nobody-imports-a-door': [
		'src/lib/platform/door.ts',
		`import { run } from '../../cli/seed.ts';\nexport const planted = run;`
	]
};

/** What planted files need beside them.
 * @type {Record<string, string>} */
const BYSTANDERS = {
	'src/lib/drills/domain/hen.ts': `import { egg } from './egg.ts';\nexport const hen = () => egg;`,
	'src/lib/law/server/key.server.ts': `export const key = 1;`
};

/** @param {string} root @returns {{ violations: { rule: string, from: string, to: string }[], modules: string[] }} */
function cruise(root) {
	const run = spawnSync(process.execPath, [CRUISER, '--config', CONFIG, '--output-type', 'json', 'src', 'db'], {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 2 ** 28
	});
	if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run:\n${run.stdout}${run.stderr}`);
	/** @type {import('dependency-cruiser').ICruiseResult} */
	const { modules, summary } = JSON.parse(run.stdout);
	return {
		violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
		modules: modules.map(({ source }) => source)
	};
}

/** Builds the planted house, cruises it, and returns what the rules missed or wrongly reported. */
function canary() {
	mkdirSync(join(ROOT, '.data'), { recursive: true });
	const root = mkdtempSync(join(ROOT, '.data/arrows-canary-'));
	try {
		cpSync(join(ROOT, CONFIG), join(root, CONFIG));
		const { type, imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
		const files = { ...HOUSE, ...BYSTANDERS, ...Object.fromEntries(Object.values(PLANTED)) };
		files['package.json'] = JSON.stringify({ type, imports });
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		const { violations } = cruise(root);
		/** @type {{ forbidden: { name: string }[] }} */
		const { forbidden } = load(join(ROOT, CONFIG));
		const rules = forbidden.map(({ name }) => name);
		return [
			...rules.filter((rule) => !PLANTED[rule]).map((rule) => `rule ${rule} has no planted violation`),
			...Object.entries(PLANTED)
				.filter(([rule, [from]]) => !violations.some((found) => found.rule === rule && found.from === from))
				.map(([rule, [from]]) => `rule ${rule} did not report the violation planted in ${from}`),
			...violations
				.filter(({ from }) => from in HOUSE)
				.map(({ rule, from, to }) => `rule ${rule} reports the lawful ${from} → ${to}`)
		];
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}

function check() {
	const blind = canary();
	for (const fault of blind) console.log(`canary: ${fault}`);
	const { violations, modules } = cruise(ROOT);
	for (const { rule, from, to } of violations) console.log(`${rule}: ${from} → ${to}`);
	const seen = modules.filter((source) => /^(src|db)\//.test(source)).length;
	console.log(
		`${seen} files, ${violations.length} forbidden arrows; canary: ${Object.keys(PLANTED).length} violations planted, ${blind.length} faults`
	);
	return blind.length === 0 && violations.length === 0 && seen > 0;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) exit(check() ? 0 : 1);
