/** A plain value as text, without the blanks round it. */
export function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** The items of a list as texts; a single value is a list of one. */
export function textsOf(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).map(textOf);
}

/** How a report quotes values: “张三”、“李四”. */
export const quote = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join('、');
