import type { Fields } from './manuscript.ts';

/** Lines of a YAML file that stand beside its text: the id, and what the workflow writes. */
const BESIDE = /^(id|author|internalReview|legalReview):/;

/** The parts of a file that is YAML throughout: its id, and everything else but the lines of the workflow. */
export function fromYamlFile(text: string): Fields {
	const kept: string[] = [];
	let id = '';
	let isBeside = false;
	for (const line of text.replace(/\r\n/g, '\n').split('\n')) {
		// A value over several lines belongs to the name above it.
		if (/^\S/.test(line)) isBeside = BESIDE.test(line);
		if (!isBeside) kept.push(line);
		else if (line.startsWith('id:'))
			id = line
				.slice(3)
				.trim()
				.replace(/^["']|["']$/g, '');
	}
	const source = kept.join('\n').replace(/\s+$/, '');
	return { ...(id === '' ? {} : { id }), ...(source === '' ? {} : { source }) };
}

/** The file of these parts, without the lines of the workflow. */
export function toYamlFile(fields: Fields): string {
	return `id: ${(fields['id'] ?? '').trim()}\n${(fields['source'] ?? '').replace(/\s+$/, '')}\n`;
}
