import { type Fen, formatMoney, formatYuan, parseMoney, yuanOf } from '#lib/shared/money.ts';
import { formatArticle } from '#lib/shared/citation.ts';
import { countedBy, footingsOf, ownDecisions } from './marking-footing.ts';
import { type KeyDecision, isCounted } from './marking-key.ts';
import { type Marking, verdictsOf } from './marking-verdict.ts';
import { GATE_CHOICES, type Verdict } from './practice-answer.ts';
import { runningOf } from './practice-questions.ts';
import type { STAGES } from './stages.ts';

/** One thing that a statement of reasons must contain, and whether it is there. */
export interface Element {
	readonly label: string;
	readonly isThere: boolean;
}

/** Said under every mark of a text: what no machine judged. */
export const NOT_JUDGED =
	'机器只查要素有没有写到、数额与阶次是否自相矛盾；事实写得准不准、证据是否真的证明、说理有没有说服力，要由教员来评。';

/** The elements of the template in a text, share by share; nothing else about it is judged. */
export function markReasons(marking: Marking): Verdict[] {
	return verdictsOf('reasons', marking, (_, given) => {
		const elements = elementsIn(given, marking);
		const missing = elements.filter(({ isThere }) => !isThere).map(({ label }) => label);
		const found = elements.length - missing.length;
		return {
			share: elements.length === 0 ? 1 : found / elements.length,
			right: elements.map(({ label, isThere }) => `${isThere ? '✓' : '✗'} ${label}`).join('　'),
			why: `${missing.length === 0 ? '模板要求的要素都写到了。' : `没有写到：${missing.join('、')}。`}${NOT_JUDGED}`,
			source: '行政处罚法第四十四条、第五十九条'
		};
	});
}

/** Full-width digits and brackets, spaces and thousands commas make no difference. */
const plain = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/\s/g, '')
		.replace(/(?<=\d),(?=\d{3})/g, '');

/** What the template asks for in this case on the officer's own way. */
export function elementsIn(text: string, marking: Marking): Element[] {
	const body = plain(text);
	const running = runningOf(marking, marking.answers);
	const stopped = marking.key.decisions.filter((decision) => !running.includes(decision));
	return dedupe([
		...running.flatMap((decision) => fineElements(body, marking, decision)),
		...stopped.flatMap((decision) => stopElements(body, marking, decision))
	]);
}

/** One element of one name; where two parties need it, both must be there. */
function dedupe(list: readonly Element[]): Element[] {
	const merged = new Map<string, boolean>();
	for (const { label, isThere } of list) merged.set(label, (merged.get(label) ?? true) && isThere);
	return [...merged].map(([label, isThere]) => ({ label, isThere }));
}

function fineElements(body: string, marking: Marking, decision: KeyDecision): Element[] {
	const { book, answers } = marking;
	const { key, own } = footingsOf(marking, decision);
	const rules = [...new Set([own.provision, key.provision])].flatMap((id) => book.provisions.get(id) ?? []);
	const has = (...words: string[]) => words.some((word) => body.includes(plain(word)));
	const amount = parseMoney(answers.amount?.[`fine.${decision.at}`] ?? '');
	const tier = answers.tier?.[`tier.${decision.at}`] ?? '';
	const ranges = [decision.decision, ...ownDecisions(marking, decision).map(({ decided }) => decided)].flatMap(
		(one) => one?.statutory ?? []
	);
	const who = marking.key.decisions.length > 1 ? `${decision.name}：` : '';
	// Whoever was told better may write either.
	const stages = [own.stage, key.stage].flatMap((stage) => (stage === 'daily' ? ['按日'] : STAGE_WORDS[stage]));
	const tiers = [tier, decision.decision?.tier ?? ''].filter((one) => one !== '');
	return [
		{
			label: '义务条款',
			isThere: rules.some(({ duties }) => duties.some((duty) => duty.article && citesArticle(body, duty.article)))
		},
		{ label: '罚则条款', isThere: rules.some(({ penalty }) => citesArticle(body, penalty.article)) },
		{ label: `${who}阶段`, isThere: has(...stages) },
		{
			label: `${who}法定幅度`,
			isThere: ranges.some(({ min, max }) => namesAmount(body, max) && (min === 0 || namesAmount(body, min)))
		},
		...factorElements(body, marking, decision),
		{ label: `${who}裁量阶次`, isThere: has(...tiers) },
		{ label: '裁量基准', isThere: has('裁量基准', '裁量权基准', book.benchmark.id) },
		{ label: `${who}罚款数额`, isThere: amount !== null && namesAmount(body, amount) },
		{ label: `${who}数额与阶次一致`, isThere: !contradicts(body, tiers) }
	];
}

/** `第九十七条`, `97条`, `第97条`. */
function citesArticle(body: string, article: string): boolean {
	const [number, sub] = article.split('-');
	const arabic = new RegExp(`(?<!\\d)${number}条${sub ? '之' : '(?!之)'}`);
	return body.includes(formatArticle(article)) || arabic.test(body);
}

/** Words by which a text tells the stage. */
const STAGE_WORDS: Readonly<Record<keyof typeof STAGES, readonly string[]>> = {
	first: ['首次', '初次查实', '第一档', '限期改正', '立即改正', '立即消除'],
	overdue: ['逾期'],
	refused: ['拒不'],
	accident: ['事故']
};

/** Every claim that counts is named with a word of its own or its evidence; that claims were turned down is said. */
function factorElements(body: string, marking: Marking, decision: KeyDecision): Element[] {
	const { one, book, answers } = marking;
	// In practice the officer has been told which of them do not count after all.
	const isKept = (id: string) => marking.mode === 'reference' || isCounted(decision.reasons, id);
	const counted = countedBy(marking, decision).filter(isKept);
	const named = decision.claims.map((number) => one.claims[number]!);
	const isNamed = (id: string) => {
		const claim = named.find(({ factor }) => factor === id);
		const factor = book.benchmark.factors.find((other) => other.id === id);
		const words = [id, factor?.text.split(/[：（——，]/)[0] ?? id, ...(claim?.evidence ?? [])];
		return words.some((word) => body.includes(plain(word)));
	};
	const turnedDown = decision.claims.some((number) => {
		const given = answers.factors?.[`claim.${number}`];
		return given !== undefined && given !== 'counts';
	});
	const isSaid = /不予采纳|未采纳|没有采纳|不采纳|未予采纳|不予采信|不计入|不予考虑|不能采纳|不成立/.test(body);
	return [
		...counted.map((id) => ({ label: `采纳的因子（${shortOf(id, book.benchmark.factors)}）`, isThere: isNamed(id) })),
		...(turnedDown ? [{ label: '未采纳的主张及理由', isThere: isSaid }] : [])
	];
}

const shortOf = (id: string, factors: readonly { id: string; text: string }[]) =>
	factors.find((one) => one.id === id)?.text.split(/[：（——，]/)[0] ?? id;

/** `15000`, `1.5万`, `15,000元`. */
function namesAmount(body: string, amount: Fen): boolean {
	const yuan = yuanOf(amount);
	const forms = [formatMoney(amount).replace('元', ''), formatYuan(amount), String(yuan), `${yuan / 10_000}万`];
	return forms.map(plain).some((form) => new RegExp(`(?<![\\d.])${form.replace('.', '\\.')}(?![\\d.])`).test(body));
}

/** A text that names another tier as its own: `从重处罚` under a fine that was put into 从轻. */
function contradicts(body: string, tiers: readonly string[]): boolean {
	return ['减轻', '从轻', '从重'].some(
		(other) =>
			!tiers.includes(other) &&
			new RegExp(`(?:决定|予以|给予|阶次为|属于|适用|按)${other}(?:处罚|一档|阶次|。|，|；)`).test(body)
	);
}

/** Where nothing is fined the reasons say so, and by which rule. */
function stopElements(body: string, marking: Marking, { stop, name, reasons, violation }: KeyDecision): Element[] {
	const { key } = marking;
	const { refused } = key.violations[violation]!;
	const who = key.decisions.length > 1 ? `${name}：` : '';
	if (refused) {
		const isThere = /取代|废止|失效|施行|未核实|没有核实|不能据以|不得据以/.test(body);
		return [{ label: '为什么不能据以计算', isThere }];
	}
	if (!stop) return [{ label: `${who}为什么不罚`, isThere: /不予|不罚|没有罚款|不再处罚/.test(body) }];
	const words = { 'no-fine': /责令|没有罚款|不处罚款|不予罚款|不是处罚对象|暂不/, transfer: /移送/ }[stop as string];
	const article = sourceArticle(reasons.find(({ outcome }) => outcome === stop)?.source);
	return [
		{
			label: `${who}${stop === 'no-fine' || stop === 'transfer' ? GATE_CHOICES[stop] : '不予处罚的结论'}`,
			isThere: (words ?? /不予|不再|不得|免予/).test(body)
		},
		...(article ? [{ label: `${who}依据（${article}）`, isThere: citesIn(body, article) }] : [])
	];
}

const sourceArticle = (source = '') => /第[一二三四五六七八九十百]+条(?:之[一二三四五六七八九十]+)?/.exec(source)?.[0];

/** The article in Chinese numbers, or its number in digits. */
function citesIn(body: string, article: string): boolean {
	if (body.includes(article)) return true;
	return Array.from({ length: 140 }, (_, index) => String(index + 1)).some(
		(number) => formatArticle(number) === article && citesArticle(body, number)
	);
}
