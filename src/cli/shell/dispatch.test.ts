import { expect, test } from 'vitest';
import { MalformedInput, type Command, type Loaders } from '../command.ts';
import { findCommand, runCommand } from './dispatch.ts';

const command = (name: string, run: Command['run']): [string, () => Promise<Command>] => [
	name.replace(' ', '-'),
	() =>
		Promise.resolve({
			name,
			summary: `做 ${name}`,
			usage: 'FILE',
			options: { on: { type: 'string', help: '哪一天' } },
			run
		})
];

const commands: Loaders = new Map([
	command('echo', async ({ values, positionals }, io) => {
		io.err('working');
		io.out(positionals.join(' '));
		io.json({ words: positionals, on: values['on'] });
	}),
	command('drafting check', async () => 0),
	command('drafting check-file', async () => {
		throw new MalformedInput([
			{ file: 'a.yaml', line: 3, field: 'amount', message: '应为数字' },
			{ file: 'a.yaml', line: 0, field: '', message: '缺少 case' }
		]);
	}),
	command('fail', async () => {
		throw new Error('磁盘满了');
	})
]);

async function call(...words: string[]) {
	const heard = { out: '', err: '' };
	const code = await runCommand(words, commands, {
		stdout: { write: (text) => (heard.out += text) },
		stderr: { write: (text) => (heard.err += text) }
	});
	return { code, ...heard };
}

test('text for people, one document for programs', async () => {
	expect(await call('echo', 'a', 'b')).toEqual({ code: 0, out: 'a b\n', err: 'working\n' });
	expect(await call('echo', 'a', '--on', '2026-11-20', '--json')).toEqual({
		code: 0,
		out: '{"words":["a"],"on":"2026-11-20"}\n',
		err: 'working\n'
	});
});

test('malformed input names every fault and ends with 2', async () => {
	const { code, out, err } = await call('drafting', 'check-file', 'a.yaml');
	expect({ code, out, err }).toEqual({ code: 2, out: '', err: 'a.yaml:3:amount: 应为数字\na.yaml:0:: 缺少 case\n' });
});

test('an unknown option or command ends with 2, our failure with 1 and a number', async () => {
	expect((await call('echo', '--off')).code).toBe(2);
	expect((await call('ecco')).code).toBe(2);
	const failed = await call('fail');
	expect(failed.code).toBe(1);
	expect(failed.err).toMatch(/^出错了（编号 [0-9a-f]{8}）：磁盘满了\n$/);
});

test('help for all and for one', async () => {
	expect((await call('--help')).out).toContain('drafting check-file');
	expect((await call()).code).toBe(0);
	expect((await call('echo', '--help')).out).toContain('--on');
});

test.each([
	[['drafting', 'check', 'x'], 'drafting-check', ['x']],
	[['drafting', 'check-file', 'x'], 'drafting-check-file', ['x']],
	[['echo', 'check'], 'echo', ['check']],
	[['drafting'], null, ['drafting']]
])('%j is the command %s', (words, name, rest) => {
	expect(findCommand(words, commands)).toEqual({ name, rest });
});
