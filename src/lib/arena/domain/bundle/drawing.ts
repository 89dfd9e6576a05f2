/** What a line or an area means in a drawing; the page gives it a colour in light and in dark. */
export const TONES = ['ink', 'soft', 'wash', 'red', 'amber', 'blue', 'none'] as const;
export type Tone = (typeof TONES)[number];

export type Shape =
	| {
			readonly kind: 'rect';
			readonly at: readonly [x: number, y: number, width: number, height: number];
			readonly tone: Tone;
	  }
	| {
			readonly kind: 'line';
			readonly at: readonly [x1: number, y1: number, x2: number, y2: number];
			readonly tone: Tone;
	  }
	| { readonly kind: 'circle'; readonly at: readonly [x: number, y: number, radius: number]; readonly tone: Tone }
	| { readonly kind: 'poly'; readonly at: readonly number[]; readonly tone: Tone }
	| {
			readonly kind: 'text';
			readonly at: readonly [x: number, y: number];
			readonly tone: Tone;
			readonly words: string;
	  };

/** A photo, drawn by us: 320 × 200 units, shapes from the back to the front. */
export interface Drawing {
	readonly shapes: readonly Shape[];
}

export const DRAWING_SIZE = { width: 320, height: 200 } as const;

const NUMBERS = { rect: 4, line: 4, circle: 3, text: 2 } as const;
const LINE =
	/^(rect|line|circle|poly|text)((?: -?\d+(?:\.\d)?)+)(?: (ink|soft|wash|red|amber|blue|none))?(?: (\S.*))?$/;

/**
 * Reads one line of a drawing: `rect 10 20 100 40 soft`, `poly 0 0 10 0 5 8 red`, `text 12 30 ink 二号罐`.
 * @returns the shape, or the sentence that says what is wrong
 */
export function readShape(line: string): Shape | string {
	const match = LINE.exec(line.trim());
	if (!match) return `看不懂这一笔：${line}`;
	const [, kind, numbers, tone = 'ink', words] = match as unknown as [string, Shape['kind'], string, Tone?, string?];
	const at = numbers.trim().split(' ').map(Number);
	const wanted = kind === 'poly' ? null : NUMBERS[kind];
	if (wanted === null ? at.length < 6 || at.length % 2 !== 0 : at.length !== wanted) return `数目不对：${line}`;
	if (at.some((number) => number < 0 || number > DRAWING_SIZE.width)) return `画出了边：${line}`;
	if ((kind === 'text') !== (words !== undefined)) return kind === 'text' ? `没有写字：${line}` : `多了字：${line}`;
	return { kind, at, tone, ...(words === undefined ? {} : { words }) } as unknown as Shape;
}

/** Reads a drawing, a shape a line; every line that cannot be read is told. */
export function readDrawing(lines: readonly string[]): { drawing: Drawing; faults: string[] } {
	const read = lines.map(readShape);
	return {
		drawing: { shapes: read.filter((one): one is Shape => typeof one !== 'string') },
		faults: read.filter((one): one is string => typeof one === 'string')
	};
}
