/** Half points: 一号 26 pt, 三号 16 pt, 小四 12 pt. */
export const SIZES = { cover: 72, part: 36, chapter: 32, body: 28, small: 24, foot: 21 };
/** Line spacing of 26 points. */
export const LINE = { line: 520, lineRule: 'exact' } as const;
export const BODY = font('仿宋_GB2312');
export const HEAD = font('黑体');
export const TITLE = font('方正小标宋简体');

/** Latin and digits in a face that every office has; Chinese in the customary one, which the office replaces if it lacks it. */
function font(eastAsia: string) {
	return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' };
}
