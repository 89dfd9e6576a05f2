import type { Day } from '#lib/shared/time.ts';

/** An article of a law pack as pages show it. */
export interface LawLine {
	readonly key: string;
	/** `行政处罚法第六十四条`. */
	readonly name: string;
	readonly about: string;
	/** For the address of its page. */
	readonly law: string;
	readonly article: string;
	readonly on: Day;
}

/** What is said in court: 行政诉讼法解释 for 最高人民法院关于适用《中华人民共和国行政诉讼法》的解释. */
export const spokenTitle = (title: string): string =>
	title
		.replaceAll('中华人民共和国', '')
		.replace(/^最高人民法院关于适用《(.+)》的解释$/, '$1解释')
		.replace(/^最高人民法院关于(.+?)若干问题的规定$/, '$1规定');
