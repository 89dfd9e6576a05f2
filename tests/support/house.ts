import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readContent } from '#db/seed/content.ts';

/** Content files by path. */
export type House = Readonly<Record<string, string>>;

/** Every fault of a house, as `file:line:field`, and its message. */
export function checkHouse(house: House) {
	return readHouse(house).faults.map(({ file, line, field, message }) => ({ at: `${file}:${line}:${field}`, message }));
}

/** What is worth a look in a house and stops nothing. */
export const remarksOn = (house: House) => readHouse(house).remarks.map(({ message }) => message);

function readHouse(house: House) {
	const root = mkdtempSync(join(tmpdir(), 'leitai-content-'));
	try {
		// No house needs everyday words or cases to practise on, and few need documents or moot cases.
		for (const room of ['law-search', 'discretion/cases', 'drafting', 'public-cases', 'ranking', 'arena/bundles']) {
			mkdirSync(join(root, 'content', room), { recursive: true });
		}
		for (const [path, text] of Object.entries(house)) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		return readContent(root);
	} finally {
		rmSync(root, { recursive: true });
	}
}

/** The house with one passage of one file replaced. */
export function plantIn(house: House, path: string, [passage, replacement]: readonly [string, string]): House {
	const parts = house[path]!.split(passage);
	if (parts.length < 2) throw new Error(`${path} has no ${passage}`);
	return { ...house, [path]: parts[0] + replacement + parts.slice(1).join(passage) };
}

/** The number of the first line that holds a text, 1 = first. */
export const lineOf = (text: string, mark: string) => text.split('\n').findIndex((line) => line.includes(mark)) + 1;
