import type { TextFinding } from './text-check.ts';
import type { TextKind, VagueWord } from './text-rules.ts';

/** Vague words that a text of this kind should not have, each once. */
export function findVagueWords(text: string, kind: TextKind, vague: readonly VagueWord[]): TextFinding[] {
	return vague.flatMap(({ words, except, kinds, instead }) => {
		if (!kinds.includes(kind)) return [];
		return words.flatMap((word) => {
			const start = firstAt(text, word, except);
			if (start < 0) return [];
			const why = '用语含糊，当事人不知道指的是什么，法院可以认为事实不清或者内容不明确';
			const at = { start, end: start + word.length };
			return [{ fault: 'vague' as const, path: '', found: word, at, message: `“${word}”含糊：${instead}`, why }];
		});
	});
}

function firstAt(text: string, word: string, except: readonly string[]): number {
	for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
		const isInPlace = except.some((phrase) => {
			const inside = phrase.indexOf(word);
			return inside >= 0 && text.startsWith(phrase, start - inside);
		});
		if (!isInPlace) return start;
	}
	return -1;
}
