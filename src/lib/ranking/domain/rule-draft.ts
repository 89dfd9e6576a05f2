import { type Component, type Rule, isOfPieces } from './rule.ts';

/** What the form of a rule holds, by the names of its fields. */
export type RuleFields = Readonly<Record<string, string>>;

/** Every component that any version has had, as its newest version has it: what a rule can be made of. */
export function catalogueOf(rules: readonly Rule[]): Component[] {
	const byKey = new Map<string, Component>();
	for (const component of rules.flatMap(({ components }) => components)) byKey.set(component.key, component);
	return [...byKey.values()];
}

/** A version as its form shows it; a component that it has not has the weight 0. */
export function fieldsOf(rule: Rule, catalogue: readonly Component[]): Record<string, string> {
	const components = catalogue.flatMap((known) => {
		const own = rule.components.find(({ key }) => key === known.key);
		return Object.entries(fieldsOfComponent(own ?? known, own?.weight ?? 0));
	});
	const { floors, leastMeasured, tieBreaks } = rule;
	return {
		...Object.fromEntries(components),
		...{ sets: String(floors.sets), firstTries: String(floors.firstTries), leastMeasured: String(leastMeasured) },
		...{ tie1: tieBreaks[0], tie2: tieBreaks[1] }
	};
}

function fieldsOfComponent(one: Component, weight: number): Record<string, string> {
	const { key, least } = one;
	const shared = { [`weight/${key}`]: String(weight), [`least/${key}`]: String(least) };
	if (!isOfPieces(one)) return { ...shared, [`after/${key}`]: String(one.afterDays) };
	const ceilings = one.ceilings.map((most, at) => [`ceiling/${key}/${at + 1}`, String(most)] as const);
	return { ...shared, [`most/${key}`]: String(one.most), ...Object.fromEntries(ceilings) };
}

/** What was typed that is no whole number fails the check of the rule, at its field. */
const whole = (text: string | undefined) => (/^\d{1,4}$/.test((text ?? '').trim()) ? Number(text) : NaN);

/** The rule that a form says; weights of 0 leave a component out. Whether it may be one is not asked here. */
export function ruleFrom(
	fields: RuleFields,
	catalogue: readonly Component[],
	about: Pick<Rule, 'version' | 'effectiveFrom' | 'basis'>
): Rule {
	const components = catalogue.map((one) => componentFrom(one, fields)).filter(({ weight }) => weight !== 0);
	return {
		...about,
		components,
		leastMeasured: whole(fields['leastMeasured']),
		floors: { sets: whole(fields['sets']), firstTries: whole(fields['firstTries']) },
		tieBreaks: [fields['tie1'] ?? '', fields['tie2'] ?? '']
	};
}

function componentFrom(one: Component, fields: RuleFields): Component {
	const { key } = one;
	const shared = { weight: whole(fields[`weight/${key}`]), least: whole(fields[`least/${key}`]) };
	if (!isOfPieces(one)) return { ...one, ...shared, afterDays: whole(fields[`after/${key}`]) };
	const ceilings = one.ceilings.map((_, at) => whole(fields[`ceiling/${key}/${at + 1}`]));
	return { ...one, ...shared, most: whole(fields[`most/${key}`]), ceilings };
}

const FIELDS: Readonly<Record<string, string>> = { weight: 'weight', least: 'least', afterDays: 'after', most: 'most' };

/** The field of the form in which a part of a rule stands. @param path as a check of the rule names it */
export function fieldOf(path: readonly (string | number)[], { components }: Rule): string {
	const [part, at, name, level] = path;
	if (part === 'floors') return String(at);
	if (part === 'tieBreaks') return at === 1 ? 'tie2' : 'tie1';
	if (part !== 'components') return String(part ?? 'form');
	const key = typeof at === 'number' ? components[at]?.key : undefined;
	if (key === undefined) return 'components';
	if (name === 'ceilings') return `ceiling/${key}/${typeof level === 'number' ? level + 1 : 1}`;
	return `${FIELDS[String(name)] ?? 'most'}/${key}`;
}
