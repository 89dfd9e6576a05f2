import { formatArticle } from '#lib/shared/citation.ts';
import { AREAS, type Area } from '#lib/shared/piece.ts';

/** A case beside another one: what both cite, and what both are about. */
export interface Kin {
	readonly id: string;
	readonly industry: string;
	readonly areas: readonly Area[];
	/** Weight of the shared articles: the rarer, the more. */
	readonly weight: number;
	readonly articles: readonly { readonly lawTitle: string; readonly article: string }[];
}

interface Own {
	readonly industry: string;
	readonly areas: readonly Area[];
}

/** A shared area or industry counts less than an article that only these two cite. */
const AREA_WEIGHT = 0.25;
const INDUSTRY_WEIGHT = 0.2;
const NAMED = 2;

const sharedAreas = ({ areas }: Kin, own: Own) => areas.filter((area) => own.areas.includes(area));

/** The nearest cases first; equal ones in the order given. */
export function rankKin<K extends Kin>(kin: readonly K[], own: Own, count: number): K[] {
	const score = (one: Kin) =>
		one.weight + sharedAreas(one, own).length * AREA_WEIGHT + (one.industry === own.industry ? INDUSTRY_WEIGHT : 0);
	return kin.toSorted((left, right) => score(right) - score(left)).slice(0, count);
}

/** Why a case stands beside another: `同引安全生产法第九十七条；同涉调查程序`. */
export function whyRelated(kin: Kin, own: Own): string {
	const articles = kin.articles.slice(0, NAMED).map(({ lawTitle, article }) => lawTitle + formatArticle(article));
	const areas = sharedAreas(kin, own).map((area) => AREAS[area]);
	const more = kin.articles.length > NAMED ? `等 ${kin.articles.length} 条` : '';
	return [
		...(articles.length > 0 ? [`同引${articles.join('、')}${more}`] : []),
		...(areas.length > 0 ? [`同涉${areas.join('、')}`] : []),
		...(articles.length === 0 && areas.length === 0 && kin.industry === own.industry ? [`同为${own.industry}`] : [])
	].join('；');
}
