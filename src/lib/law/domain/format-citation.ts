import { formatReference } from '#lib/shared/citation.ts';
import { type Place, articleOf } from './citation-place.ts';

/** 《安全生产法》第九十七条第一款第（三）项: the standard form; 《》 inside the title become 〈〉. */
export function formatCitation(title: string, place: Place): string {
	const inner = title.replaceAll('《', '〈').replaceAll('》', '〉');
	const { paragraph, item, subitem } = place;
	const reference = formatReference({ article: articleOf(place), paragraph, item });
	return `《${inner}》${reference}${subitem ? `第${subitem}目` : ''}`;
}
