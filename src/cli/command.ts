import type { ParseArgsConfig } from 'node:util';

/** One option as `node:util` parses it, with a Chinese line for `--help`. */
export type Options = Readonly<Record<string, NonNullable<ParseArgsConfig['options']>[string] & { help: string }>>;

export interface Arguments {
	/** By name; absent = not given. */
	readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
	readonly positionals: readonly string[];
}

export interface Output {
	/** Text for people on standard output; nothing with `--json`. */
	out(text: string): void;
	/** Progress and remarks on standard error. */
	err(text: string): void;
	/** The one document of `--json` on standard output; nothing without. */
	json(document: unknown): void;
}

/**
 * What a file `src/cli/<words-of-the-name>.ts` exports, each as a named export. `law import` lives in `law-import.ts`.
 * Commands that only compute must not import the database at the top of the file.
 */
export interface Command {
	readonly name: string;
	/** One Chinese line. */
	readonly summary: string;
	/** Arguments after the name, such as `FILE [--on DATE]`. */
	readonly usage: string;
	readonly options: Options;
	/** Returns the exit code; nothing = 0. */
	run(args: Arguments, io: Output): Promise<number | void>;
}

/** Commands by the name of their file (`law-import`). */
export type Loaders = ReadonlyMap<string, () => Promise<Command>>;

export interface Fault {
	readonly file: string;
	/** 1-based; 0 = the whole file. */
	readonly line: number;
	/** Path of the field, '' = the line itself. */
	readonly field: string;
	/** What is wrong and what is allowed. */
	readonly message: string;
}

/** Thrown when what was given is malformed: every fault at once, exit code 2, and nothing was written. */
export class MalformedInput extends Error {
	readonly faults: readonly Fault[];
	constructor(faults: readonly Fault[]) {
		super(faults.map(formatFault).join('\n'));
		this.name = 'MalformedInput';
		this.faults = faults;
	}
}

export const formatFault = ({ file, line, field, message }: Fault) => `${file}:${line}:${field}: ${message}`;
