import type { Frame } from './frame.ts';

export interface CrimeText {
	/** Which articles of the criminal law to check, and which of them ask for a result. */
	readonly text: string;
	/** Whether one of them asks for a result. */
	readonly asksForResult: boolean;
}

export function crimeText(articles: readonly string[], { criminalResult }: Frame): CrimeText {
	const list = articles.length > 0 ? `要核对刑法第${articles.join('、')}条` : '没有对应的刑法条文提示';
	const ofResult = articles.filter((one) => criminalResult.articles.includes(one));
	const result = `；其中第${ofResult.join('、')}条须有后果：${criminalResult.text}（${criminalResult.source}）`;
	return { text: list + (ofResult.length > 0 ? result : ''), asksForResult: ofResult.length > 0 };
}
