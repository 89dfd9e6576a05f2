import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../src/cli/command.ts';
import { runCommand } from '../../src/cli/shell/dispatch.ts';

export interface Heard {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Runs one command through the real dispatcher. */
export async function call(command: Command, ...words: string[]): Promise<Heard> {
	const heard = { out: '', err: '' };
	const commands = new Map([[command.name.replace(' ', '-'), () => Promise.resolve(command)]]);
	const code = await runCommand([...command.name.split(' '), ...words], commands, {
		stdout: { write: (text) => (heard.out += text) },
		stderr: { write: (text) => (heard.err += text) }
	});
	return { code, ...heard };
}

/** Runs a command on a text, handed over as a file `input.yaml` whose folder is left out of the messages. */
export async function callOn(command: Command, text: string, ...words: string[]): Promise<Heard> {
	const folder = mkdtempSync(join(tmpdir(), 'leitai-input-'));
	try {
		const file = join(folder, 'input.yaml');
		writeFileSync(file, text);
		const { code, out, err } = await call(command, file, ...words);
		return { code, out: out.replaceAll(`${folder}/`, ''), err: err.replaceAll(`${folder}/`, '') };
	} finally {
		rmSync(folder, { recursive: true });
	}
}
