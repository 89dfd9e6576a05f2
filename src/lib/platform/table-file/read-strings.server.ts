import { readXml } from './read-xml.server.ts';

/** The texts that cells name by number. Rich text counts as its plain text; readings of characters (rPh) are left out. */
export async function readStrings(part: Buffer | undefined): Promise<string[]> {
	const strings: string[] = [];
	if (!part) return strings;
	let text = '';
	let isText = false;
	let isReading = false;
	await readXml(part, {
		open: (name) => {
			if (name === 'si') text = '';
			else if (name === 'rPh') isReading = true;
			else if (name === 't') isText = !isReading;
		},
		text: (piece) => {
			if (isText) text += piece;
		},
		close: (name) => {
			if (name === 't') isText = false;
			else if (name === 'rPh') isReading = false;
			else if (name === 'si') strings.push(unescapeText(text));
		}
	});
	return strings;
}

/** Control characters stand in workbooks as `_x000D_`. */
export const unescapeText = (text: string) =>
	text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		: text;
