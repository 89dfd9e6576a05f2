import type { UnitKind } from '../roles.ts';
import type { Read } from './read-cell.ts';

export interface KnownUnit {
	readonly id: string;
	readonly parentId: string | null;
	readonly name: string;
	/** Whether whoever imports answers for it. */
	readonly isInScope: boolean;
}

/** A unit that the import would make; its key is what rows name it by until it has an id. */
export interface NewUnit {
	readonly key: string;
	/** Id, or key of another new unit. */
	readonly parent: string;
	readonly name: string;
	readonly kind: UnitKind;
}

const MOST_NAME = 40;
const NAME = /^[\p{L}\p{N}()〔〕·、_ -]+$/u;
const SEPARATOR = /\s*[/>→»|\\]+\s*/u;

/**
 * Finds units by a name that only one has, or by a path of names, upper unit first, that leads to one: 「青岚区应急管理局/执法大队」 or just
 * 「执法大队/一中队」. With `makes`, what is missing at the end of a path is made below what was found, at the top below the root.
 */
export class UnitFinder {
	readonly made: NewUnit[] = [];
	private readonly byId: ReadonlyMap<string, KnownUnit>;
	private readonly byName = new Map<string, KnownUnit[]>();
	private readonly read = new Map<string, Read<string>>();

	constructor(
		private readonly units: readonly KnownUnit[],
		private readonly makes: boolean
	) {
		this.byId = new Map(units.map((unit) => [unit.id, unit]));
		for (const unit of units) {
			const name = plainName(unit.name);
			this.byName.set(name, [...(this.byName.get(name) ?? []), unit]);
		}
	}

	/** Id of the unit, or key of one to be made. */
	find(words: string): Read<string> {
		const known = this.read.get(words);
		if (known) return known;
		const names = words.split(SEPARATOR).filter((name) => name !== '');
		const found = names.length === 0 ? { fault: '没有写单位名称' } : this.lookUp(names);
		this.read.set(words, found);
		return found;
	}

	/** From the root down, for people. */
	pathOf(unit: string): string {
		const made = this.made.find(({ key }) => key === unit);
		if (made) return `${this.pathOf(made.parent)}/${made.name}`;
		const known = this.byId.get(unit);
		return known?.parentId ? `${this.pathOf(known.parentId)}/${known.name}` : (known?.name ?? '');
	}

	/** Words that `find` leads back to the unit: its name if only it has it, else its path. */
	wordsFor(id: string): string {
		const name = this.byId.get(id)?.name ?? '';
		return this.byName.get(plainName(name))?.length === 1 ? name : this.pathOf(id);
	}

	private lookUp(names: readonly string[]): Read<string> {
		const matches = this.matching(names);
		if (matches.length > 1) return { fault: `有 ${matches.length} 个“${names.join('/')}”，请在前面写上上级单位` };
		const [unit] = matches;
		if (unit) return unit.isInScope ? { value: unit.id } : { fault: `“${unit.name}”不在您管理的范围内` };
		if (!this.makes) return { fault: `没有“${names.join('/')}”；请先建立，或勾选“新建表里没有的单位”` };
		return this.make(names);
	}

	private matching(names: readonly string[]): KnownUnit[] {
		const last = this.byName.get(plainName(names.at(-1)!)) ?? [];
		return last.filter((unit) => {
			let above: KnownUnit | undefined = unit;
			for (const name of names.slice(0, -1).reverse()) {
				above = above?.parentId ? this.byId.get(above.parentId) : undefined;
				if (!above || plainName(above.name) !== plainName(name)) return false;
			}
			return true;
		});
	}

	private make(names: readonly string[]): Read<string> {
		const name = names.at(-1)!;
		if (name.length > MOST_NAME || !NAME.test(name)) return { fault: `“${name}”不能作单位名称` };
		const upper = names.slice(0, -1);
		const root = this.units.find(({ parentId }) => parentId === null);
		const parent: Read<string> =
			upper.length > 0
				? this.find(upper.join('/'))
				: root?.isInScope
					? { value: root.id }
					: { fault: `没有“${name}”，新建单位要写明上级单位` };
		if ('fault' in parent) return parent;
		const key = `new:${parent.value}/${plainName(name)}`;
		if (!this.made.some((one) => one.key === key)) {
			this.made.push({ key, parent: parent.value, name, kind: kindOf(name) });
		}
		return { value: key };
	}
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s/gu, '');

const kindOf = (name: string): UnitKind => (/[镇乡]|街道|开发区|园区/u.test(name) ? 'town' : 'brigade');
