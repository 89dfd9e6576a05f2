import { type Result, ok, refuse } from './result.ts';

interface Place {
	readonly id: string;
	/** The version that the text changes; null = a new piece. */
	readonly based: number | null;
	/** 0 = no version is there. */
	readonly newest: number;
	readonly shown: number | null;
}

/** The number that a text is published under, unless its id is taken or somebody was faster. */
export function nextVersion({ id, based, newest, shown }: Place): Result<number> {
	if (based === null && newest > 0) return refuse('id-taken', `编号 ${id} 已被使用，换一个编号。`, 'id');
	if (based !== null && shown !== null && shown !== based) {
		return refuse('overtaken', `这篇稿件改自第 ${based} 版，现在发布的已是第 ${shown} 版，请从新版重新改起。`);
	}
	return ok(newest + 1);
}

/** The id that a file begins with; '' = it has none. */
export const idIn = (text: string): string => /^id:\s*["']?([^\s"']+)/m.exec(text)?.[1] ?? '';
