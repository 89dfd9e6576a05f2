import { type Fen, fenOf, formatMoney, parseMoney } from '#lib/shared/money.ts';
import { type Day, isDay } from '#lib/shared/time.ts';

const LONGEST = 80;
/** More is a slip of the pen, and products with it would leave the exact integers. */
const MOST_MONEY: Fen = fenOf(1_000_000_000);
const YEARS = { from: '1949', to: '2100' } as const;
const TICKED = new Set(['1', 'on']);

/**
 * Reads the answers of the calculator out of an address. What cannot be read counts as not given, keeps what was typed and
 * gets a sentence; nothing is thrown. It remembers which names were asked for, so that the rest can be carried on.
 */
export class AddressReader {
	readonly #parameters: URLSearchParams;
	readonly #asked = new Set<string>();
	readonly #values = new Map<string, string>();
	readonly #faults = new Map<string, string>();
	readonly #remarks: string[] = [];
	readonly #used: [string, string][] = [];

	constructor(parameters: URLSearchParams) {
		this.#parameters = parameters;
	}

	/** What stands at each field that was asked for: as typed, also where it was refused. */
	get values(): Record<string, string> {
		return Object.fromEntries(this.#values);
	}

	/** One sentence per field that could not be read. */
	get faults(): Record<string, string> {
		return Object.fromEntries(this.#faults);
	}

	/** Sentences on answers that nobody can have typed into a field: choices and ticks that are not there. */
	get remarks(): readonly string[] {
		return this.#remarks;
	}

	/** The address that gives the same answers again, and nothing else. */
	get permalink(): string {
		return new URLSearchParams(this.#used).toString();
	}

	/** Answers to questions that are not asked at present, such as those of another stage. */
	carried(isKnown: (name: string) => boolean): [string, string][] {
		return [...this.#parameters].filter(
			([name, value]) => value !== '' && value.length <= LONGEST && !this.#asked.has(name) && isKnown(name)
		);
	}

	/** Names that mean nothing here. */
	strangers(isKnown: (name: string) => boolean): string[] {
		return [...new Set(this.#parameters.keys())].filter((name) => !this.#asked.has(name) && !isKnown(name));
	}

	/** A line of text; what is too long is cut, and said so. */
	line(name: string): string {
		const text = this.#typed(name);
		const cut = [...text].slice(0, LONGEST).join('');
		if (cut !== text) this.#faults.set(name, `最多${LONGEST}个字，后面的没有读入`);
		return text === '' ? '' : this.#accept(name, cut);
	}

	day(name: string): Day | undefined {
		const text = this.#typed(name);
		if (text === '') return undefined;
		const day = readDay(text);
		if (day) return this.#accept(name, day);
		return this.#refuse(name, `“${short(text)}”不是日期：写作 2026-11-20，且必须是真实存在的日子`);
	}

	amount(name: string): Fen | undefined {
		const text = this.#typed(name);
		if (text === '') return undefined;
		const fen = parseMoney(text);
		if (fen === null)
			return this.#refuse(name, `读不出金额“${short(text)}”：写作 160000 或 16万元，不能为负，最多到分`);
		if (fen > MOST_MONEY) return this.#refuse(name, `金额超过${formatMoney(MOST_MONEY)}，请核对`);
		this.#accept(name, text);
		return fen;
	}

	/** A whole number up to `most`. */
	count(name: string, most: number): number | undefined {
		const text = this.#typed(name).normalize('NFKC');
		if (text === '') return undefined;
		const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
		if (value <= most) return Number(this.#accept(name, text));
		return this.#refuse(name, `“${short(text)}”应为 0 至 ${most} 的整数`);
	}

	flag(name: string): boolean {
		const text = this.#typed(name);
		if (text === '' || text === '0') return false;
		if (TICKED.has(text)) return this.#accept(name, '1') === '1';
		this.#drop(name, `地址里的 ${name}=${short(text)} 没有读懂，按没有勾选处理。`);
		return false;
	}

	/** One of these keys; the first where nothing or nonsense is given. */
	choice<Key extends string>(name: string, keys: readonly Key[]): Key {
		const text = this.#typed(name);
		const key = keys.find((one) => one === text);
		if (key === undefined && text !== '') {
			this.#drop(name, `地址里的 ${name}=${short(text)} 不是这里的选项，按没有选处理。`);
		}
		return key === undefined ? keys[0]! : this.#accept(name, key);
	}

	/** Those of the given words that `isKnown`, each once, and the first few that are not. */
	list(name: string, isKnown: (word: string) => boolean): { known: string[]; unknown: string[] } {
		this.#asked.add(name);
		const words = [...new Set(this.#parameters.getAll(name).map((word) => word.trim()))].filter((word) => word !== '');
		const known = words.filter(isKnown);
		for (const word of known) this.#used.push([name, word]);
		const unknown = words.filter((word) => !isKnown(word));
		return { known, unknown: unknown.map(short) };
	}

	/** Puts an answer into the permalink that nobody typed, such as today. */
	settle(name: string, value: string): void {
		if (!this.#used.some(([one]) => one === name)) this.#used.push([name, value]);
	}

	#typed(name: string): string {
		this.#asked.add(name);
		const text = (this.#parameters.get(name) ?? '').trim();
		if (text !== '') this.#values.set(name, text);
		return text;
	}

	#accept<Text extends string>(name: string, text: Text): Text {
		this.#values.set(name, text);
		this.#used.push([name, text]);
		return text;
	}

	#drop(name: string, sentence: string): void {
		this.#values.delete(name);
		this.#remarks.push(sentence);
	}

	#refuse(name: string, sentence: string): undefined {
		this.#faults.set(name, sentence);
		return undefined;
	}
}

const SHOWN = 20;
const short = (text: string) => ([...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text);

/** `2026-11-20`, `2026/11/2`, `2026.11.20`, `2026年11月20日`, full-width digits; null = no such day. */
function readDay(text: string): Day | null {
	const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
	if (!match) return null;
	const [, year, month, date] = match;
	const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
	return isDay(day) && year! >= YEARS.from && year! <= YEARS.to ? day : null;
}
