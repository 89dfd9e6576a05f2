/**
 * Words that tell how a case was decided, for the places that are read before the officer has decided.
 * A sum alone is none: a statutory range is no secret.
 */
const RESULT =
	/罚款?(?:人民币)?[^，。；、]{0,8}?(?:\d[\d.,\s]*|[〇零一二三四五六七八九十百千]+)万?元|(?:不予|免予)(?:行政)?处罚|从[轻重](?:处罚)?|减轻处罚/;

/** The words in a text that give the result away; null = none. */
export const findReveal = (text: string): string | null => RESULT.exec(text)?.[0] ?? null;
