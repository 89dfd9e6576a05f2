import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const RULE_FILES = ['src/lib/*/domain/**/*.ts', 'src/lib/*/server/**/*.ts'];
const DOMAIN = ['src/lib/*/domain/**/*.ts'];
const TESTS = ['**/*.test.ts'];
/** @param {string[]} names */
const globals = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

/** Spellings that SvelteKit 3 drops or that hide where a module lies (STYLE §8). */
const DATED_IMPORTS = {
	patterns: [
		{ group: ['$lib', '$lib/*'], message: 'Write #lib/… with the file extension.' },
		{ group: ['$env/*'], message: 'src/env.ts is the only reader of the environment.' },
		{ group: ['$app/stores'], message: 'Use $app/state.' }
	],
	paths: [
		{ name: '$app/paths', importNames: ['base', 'assets'], message: 'Use resolve() and asset().' },
		{ name: '$app/navigation', importNames: ['invalidateAll', 'pushState', 'replaceState'], message: 'See STYLE §8.' }
	]
};

const CLOCK_AND_CHANCE = [
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Chance is seeded: shared/random.ts with ctx.seed.'
	},
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: 'The instant comes in as an argument (ctx.now).'
	},
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'The instant comes in as an argument (ctx.now).'
	},
	{ selector: "CallExpression[callee.name='Date']", message: 'The instant comes in as an argument (ctx.now).' },
	{
		selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
		message: 'The instant comes in as an argument (ctx.now).'
	}
];
/** What a component may start without waiting only if it says so with `void`. */
const DROPPED_PROMISES = [
	{
		selector:
			'ExpressionStatement > CallExpression[callee.name=/^(goto|invalidate|refreshAll|preloadData|preloadCode|fetch|tick)$/]',
		message: 'Await it, or say with void that nobody waits.'
	}
];
const UNRESOLVED = [
	...["SvelteAttribute[key.name='href'] > SvelteLiteral:first-child", 'CallExpression[callee.name=goto] > Literal'].map(
		(selector) => ({ selector: `${selector}[value=/^\\u002F/]`, message: 'Write resolve() around a path of ours.' })
	),
	{
		selector:
			"SvelteAttribute[key.name='href'] > SvelteMustacheTag > TemplateLiteral > TemplateElement:first-child[value.raw=/^\\u002F/]",
		message: 'Write resolve() around a path of ours.'
	}
];
const WAITING = [
	{ selector: 'AwaitExpression', message: 'The domain waits for nothing.' },
	{ selector: ':function[async=true]', message: 'The domain waits for nothing.' }
];

export default defineConfig(
	{ ignores: ['.svelte-kit/', '.data/', 'build/', 'test-results/', 'playwright-report/', 'static/'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.recommended,
	{ files: ['**/*.ts'], extends: [ts.configs.recommendedTypeChecked] },
	// After TypeScript's, whose parser it replaces for .svelte files.
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		files: ['**/*.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'no-undef': 'off',
			// Every write is awaited.
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			// Interfaces ask for promises where an implementation has nothing to wait for.
			'@typescript-eslint/require-await': 'off',
			// Our objects are plain: none of their functions reads `this`.
			'@typescript-eslint/unbound-method': 'off',
			// redirect() and error() of SvelteKit are thrown objects.
			'@typescript-eslint/only-throw-error': 'off'
		}
	},
	{ files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
	{
		files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
		languageOptions: {
			globals: globals(
				'process',
				'console',
				'URL',
				'fetch',
				'setTimeout',
				'clearTimeout',
				'setInterval',
				'clearInterval',
				'performance',
				'Buffer',
				'AbortController',
				'AbortSignal'
			)
		}
	},
	{ files: ['**/*.cjs'], languageOptions: { globals: globals('module', 'require', '__dirname') } },
	{
		rules: {
			'max-lines': ['error', 300],
			// Chinese text has its full-width space.
			'no-irregular-whitespace': ['error', { skipTemplates: true, skipRegExps: true, skipComments: true }],
			'no-restricted-imports': ['error', DATED_IMPORTS],
			'svelte/no-navigation-without-resolve': 'error',
			'svelte/no-at-html-tags': 'error',
			'@typescript-eslint/ban-ts-comment': [
				'error',
				{ 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' }
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		// Without types: the program would be checked anew for each component (1 s of each). svelte-check looks at types.
		files: ['**/*.svelte'],
		rules: {
			'no-undef': 'off',
			'no-restricted-syntax': ['error', ...DROPPED_PROMISES, ...UNRESOLVED],
			// It knows a resolved path only by its type.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	// The two doors for HTML: blocks that were sanitised when they were saved, and what Svelte rendered itself.
	{ files: ['src/lib/kit/Prose.svelte', 'src/lib/kit/ServerPart.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
	// The log speaks in src; only the command line and the starter print.
	{ files: ['src/**'], ignores: ['src/cli/**', 'src/start.mjs', 'src/start/**'], rules: { 'no-console': 'error' } },
	{
		files: RULE_FILES,
		ignores: TESTS,
		rules: {
			'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
			'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE]
		}
	},
	{
		files: DOMAIN,
		ignores: TESTS,
		rules: { 'max-params': ['error', 3], 'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE, ...WAITING] }
	}
);
