import { readFileSync } from 'node:fs';
import { MalformedInput } from '../command.ts';

export interface InputFile {
	/** As it was named; `-` is standard input. */
	readonly path: string;
	readonly text: string;
}

/** The one FILE of a command that only computes. */
export function readInputFile(command: string, positionals: readonly string[]): InputFile {
	const [path, ...more] = positionals;
	if (path === undefined || more.length > 0) throw malformed(command, '要写一个文件，- 为标准输入');
	try {
		return { path, text: readFileSync(path === '-' ? 0 : path, 'utf8') };
	} catch (cause) {
		throw malformed(path, `读不到这个文件（${(cause as NodeJS.ErrnoException).code ?? String(cause)}）`);
	}
}

const malformed = (file: string, message: string) => new MalformedInput([{ file, line: 0, field: 'FILE', message }]);
