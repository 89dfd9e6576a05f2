import type { Bundle, Exhibit, Witness } from './bundle.ts';
import type { Side } from './side.ts';

/**
 * Who reads a bundle. `panel`: judges, trainers, commentators after the judgment. `party`: a team and its agents.
 * `witness`: whoever plays one, with the card of that name. `public`: host, clerk, spectators, anybody before the hearing.
 */
export type BundleReader =
	| { readonly kind: 'panel' }
	| { readonly kind: 'party'; readonly side: Side }
	| { readonly kind: 'witness'; readonly witness: string }
	| { readonly kind: 'public' };

type OpenExhibit = Omit<Exhibit, 'notes'>;
type OpenWitness = Pick<Witness, 'id' | 'name' | 'role' | 'calledBy'>;

/** What everybody in the courtroom may know. */
export interface OpenBundle extends Pick<
	Bundle,
	| (
			| 'id'
			| 'title'
			| 'version'
			| 'industry'
			| 'areas'
			| 'difficulty'
			| 'lead'
			| 'act'
			| 'suedOn'
			| 'parties'
			| 'claims'
	  )
	| ('storyHtml' | 'timeline' | 'lawPack')
> {
	readonly exhibits: readonly OpenExhibit[];
	readonly witnesses: readonly OpenWitness[];
}

export type BundleView =
	| { readonly kind: 'panel'; readonly open: OpenBundle; readonly hidden: Bundle }
	| { readonly kind: 'witness'; readonly open: OpenBundle; readonly card: Witness | null }
	| { readonly kind: 'open'; readonly open: OpenBundle };

/**
 * A bundle as a reader may have it: the only way out of it. Seeded defects, issues, model pleadings, prepared arguments, notes,
 * odds and the model judgment go to the panel alone, because finding what is wrong, pleading it and naming the issues is the
 * contest. A witness gets the own card. Parties and the public get the open part, which is built from named fields, so that a
 * new field stays hidden until it is named here.
 */
export function bundleFor(bundle: Bundle, reader: BundleReader): BundleView {
	const open = openPart(bundle);
	if (reader.kind === 'panel') return { kind: 'panel', open, hidden: bundle };
	if (reader.kind !== 'witness') return { kind: 'open', open };
	return { kind: 'witness', open, card: bundle.witnesses.find(({ id }) => id === reader.witness) ?? null };
}

function openPart(bundle: Bundle): OpenBundle {
	const { id, title, version, industry, areas, difficulty, lead, act, suedOn, parties, claims } = bundle;
	const { storyHtml, timeline, lawPack } = bundle;
	return {
		...{ id, title, version, industry, areas, difficulty, lead, act, suedOn, parties, claims },
		...{ storyHtml, timeline, lawPack },
		exhibits: bundle.exhibits.map(openExhibit),
		witnesses: bundle.witnesses.map((one) => ({ id: one.id, name: one.name, role: one.role, calledBy: one.calledBy }))
	};
}

function openExhibit(one: Exhibit): OpenExhibit {
	const { id, side, kind, form, weak, title, gatheredOn, proves, html, drawing, table } = one;
	return { id, side, kind, form, weak, title, gatheredOn, proves, html, drawing, table };
}
