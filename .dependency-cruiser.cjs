/**
 * The arrows of the house (STYLE §1, docs/architecture.md): routes and cli → use-cases → own domain, own repository,
 * other rooms' use-cases → db/schema. `tests/support/arrows.mjs` runs this and proves each rule with a planted violation.
 */
const ROOM = '(?!shared/|platform/|kit/)([^/]+)/';
const IN_ROOM = `^src/lib/${ROOM}`;
const REPOSITORY = 'server/repository(/|\\.server\\.ts$)';
const USE_CASES = 'server/use-cases(/|\\.server\\.ts$)';
const TEST = '\\.test\\.ts$';
const CONNECT = '^db/connect\\.ts$';

/** Whatever lies in our tree; packages and Node's own modules are judged by other rules. */
const OURS = '^(src|db|content)/';

/** @type {import('dependency-cruiser').IRuleType[]} */
const forbidden = [
	{
		name: 'no-cycle',
		comment: 'Two files that need each other are one file, or hide a third.',
		severity: 'error',
		from: {},
		to: { circular: true }
	},
	{
		name: 'resolvable',
		comment: 'An import that leads nowhere would escape every other rule.',
		severity: 'error',
		from: {},
		// Virtual modules of SvelteKit and Vite.
		to: { couldNotResolve: true, pathNot: '^\\$app/|^\\$service-worker$|/\\$types(\\.js)?$|^virtual:' }
	},
	{
		name: 'doors-ask-use-cases',
		comment: 'Routes, hooks and commands know use-cases, domain and ui, never a repository.',
		severity: 'error',
		from: { path: '^src/(routes|cli|hooks)' },
		to: { path: REPOSITORY }
	},
	{
		name: 'routes-know-no-database',
		comment: 'A route has ctx and passes it on.',
		severity: 'error',
		from: { path: '^src/routes/' },
		to: { path: '^db/' }
	},
	{
		name: 'commands-know-no-tables',
		comment: 'Hooks and commands may name the types of db/connect.ts and run db/seed.',
		severity: 'error',
		from: { path: '^src/(cli/|[^/]+$)' },
		to: { path: '^db/', pathNot: [CONNECT, '^db/seed/'] }
	},
	{
		name: 'commands-open-by-platform',
		comment: 'Connections are opened by platform/database.server.ts.',
		severity: 'error',
		from: { path: '^src/(cli/|[^/]+$)' },
		to: { path: CONNECT, dependencyTypesNot: ['type-only'] }
	},
	{
		name: 'own-repository',
		comment: 'A repository is imported from the server folder of its own room only.',
		severity: 'error',
		from: { path: `${IN_ROOM}server/` },
		to: { path: `^src/lib/[^/]+/${REPOSITORY}`, pathNot: '^src/lib/$1/' }
	},
	{
		name: 'repository-stays-inside',
		comment: 'See own-repository: platform, shared, kit, domain, ui and forms never see one.',
		severity: 'error',
		from: { path: '^(src/lib|db)/', pathNot: `${IN_ROOM}server/` },
		to: { path: `^src/lib/[^/]+/${REPOSITORY}` }
	},
	{
		name: 'foreign-rooms-by-use-case',
		comment: 'Of another room’s server folder only the use-cases are public.',
		severity: 'error',
		from: { path: `${IN_ROOM}server/` },
		to: {
			path: `${IN_ROOM.replace('([^/]+)', '[^/]+')}server/`,
			pathNot: [`^src/lib/$1/`, `/${USE_CASES}`, `/${REPOSITORY}`]
		}
	},
	{
		name: 'schema-behind-repository',
		comment: 'Only repositories, platform and db/ itself know tables.',
		severity: 'error',
		from: { path: '^src/', pathNot: [`^src/lib/[^/]+/${REPOSITORY}`, '^src/lib/platform/'] },
		to: { path: '^db/schema/' }
	},
	{
		name: 'own-tables',
		comment: 'A repository is the only code that knows its room’s tables, so it knows no other room’s.',
		severity: 'error',
		from: { path: `${IN_ROOM}${REPOSITORY}` },
		to: { path: '^db/schema/', pathNot: '^db/schema/$1(/|-[a-z-]+\\.ts$|\\.ts$)' }
	},
	{
		name: 'rooms-get-their-database',
		comment: 'The connection comes in through ctx; only a repository needs more of db/connect.ts than its types.',
		severity: 'error',
		from: { path: IN_ROOM, pathNot: REPOSITORY },
		to: { path: '^db/', pathNot: '^db/schema/', dependencyTypesNot: ['type-only'] }
	},
	{
		name: 'seed-by-use-cases',
		comment: 'Demo history is made by the real use-cases, never by inserting rows.',
		severity: 'error',
		from: { path: '^db/seed/' },
		to: {
			path: OURS,
			pathNot: ['^db/seed/', `^src/lib/[^/]+/${USE_CASES}`, '^src/lib/[^/]+/domain/', '^src/lib/shared/', '^content/'],
			dependencyTypesNot: ['type-only']
		}
	},
	{
		name: 'seed-knows-no-schema',
		comment: 'Not even as a type.',
		severity: 'error',
		from: { path: '^db/seed/' },
		to: { path: '^db/schema/' }
	},
	{
		name: 'domain-is-pure',
		comment: 'domain → domain, shared.',
		severity: 'error',
		from: { path: '^src/lib/[^/]+/domain/', pathNot: TEST },
		to: { path: OURS, pathNot: ['^src/lib/[^/]+/domain/', '^src/lib/shared/'] }
	},
	{
		name: 'domain-needs-no-machine',
		comment: 'No files, no network, no process in the domain.',
		severity: 'error',
		from: { path: '^src/lib/[^/]+/domain/', pathNot: TEST },
		to: { dependencyTypes: ['core'] }
	},
	{
		name: 'shared-is-the-kernel',
		comment: 'shared → shared.',
		severity: 'error',
		from: { path: '^src/lib/shared/', pathNot: TEST },
		to: { path: OURS, pathNot: '^src/lib/shared/' }
	},
	{
		name: 'shared-needs-no-machine',
		comment: 'Of Node nothing but hashing and random bytes.',
		severity: 'error',
		from: { path: '^src/lib/shared/', pathNot: TEST },
		to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' }
	},
	{
		name: 'ui-shows',
		comment: 'ui → domain, shared, kit, own ui and own forms.',
		severity: 'error',
		from: { path: `${IN_ROOM}(ui/|forms\\.ts$)` },
		to: {
			path: OURS,
			pathNot: ['^src/lib/[^/]+/domain/', '^src/lib/(shared|kit)/', '^src/lib/$1/(ui/|forms\\.ts$)']
		}
	},
	{
		name: 'kit-knows-no-room',
		comment: 'kit → kit, shared.',
		severity: 'error',
		from: { path: '^src/lib/kit/' },
		to: { path: OURS, pathNot: ['^src/lib/(kit|shared)/'] }
	},
	{
		name: 'browser-sees-no-server',
		comment: 'SvelteKit guards only the suffix .server.ts, and only when building.',
		severity: 'error',
		from: { path: '^src/lib/([^/]+/(ui/|forms\\.ts$)|kit/)|\\.svelte$' },
		to: { path: '\\.server\\.ts$|^src/lib/[^/]+/server/' }
	},
	{
		name: 'nobody-imports-a-door',
		comment: 'What routes and commands share belongs to a room.',
		severity: 'error',
		from: { path: '^(src/lib|db)/' },
		to: { path: '^src/(routes|cli|hooks)' }
	}
];

module.exports = {
	forbidden,
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		// No `extraExtensionsToScan`: it would list .svelte files without reading what they import.
		// No tsConfig: the generated one cannot be followed, and `#lib/…`, `#db/…` come from package.json.
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'types', 'default'],
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json']
		},
		progress: { type: 'none' }
	}
};
