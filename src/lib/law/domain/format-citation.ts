import { formatReference } from '#lib/shared/citation.ts';
import type { Place } from './citation-place.ts';

/** 《安全生产法》第九十七条第一款第（三）项: the standard form; 《》 inside the title become 〈〉. */
export function formatCitation(title: string, { article, sub, paragraph, item, subitem }: Place): string {
	const inner = title.replaceAll('《', '〈').replaceAll('》', '〉');
	const number = sub === undefined ? `${article}` : `${article}-${sub}`;
	return `《${inner}》${formatReference({ article: number, paragraph, item })}${subitem ? `第${subitem}目` : ''}`;
}
