import { readXml } from './read-xml.server.ts';

/** Number formats of days that have no code of their own; 27–36 and 50–58 are those of Chinese and Japanese programs (ECMA-376 part 1 §18.8.30). */
const DAY_FORMATS: readonly (readonly [from: number, to: number])[] = [
	[14, 17],
	[22, 22],
	[27, 36],
	[50, 58]
];

/** Which cell styles show a number as a day, by the number of the style. */
export async function readDateStyles(part: Buffer | undefined): Promise<ReadonlySet<number>> {
	const styles = new Set<number>();
	if (!part) return styles;
	const codes = new Map<number, string>();
	let isCellFormats = false;
	let count = 0;
	await readXml(part, {
		open: (name, attributes) => {
			const format = Number(attributes['numFmtId']);
			if (name === 'numFmt') codes.set(format, attributes['formatCode'] ?? '');
			else if (name === 'cellXfs') isCellFormats = true;
			else if (name === 'xf' && isCellFormats) {
				const code = codes.get(format);
				if (code === undefined ? isDayFormat(format) : showsDay(code)) styles.add(count);
				count++;
			}
		},
		close: (name) => {
			if (name === 'cellXfs') isCellFormats = false;
		}
	});
	return styles;
}

const isDayFormat = (format: number) => DAY_FORMATS.some(([from, to]) => format >= from && format <= to);

/** `yyyy"年"m"月"d"日"` does, `[Red]0.00` and `"day "0` do not. */
const showsDay = (code: string) => /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
