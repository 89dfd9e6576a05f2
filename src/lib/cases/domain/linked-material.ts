import type { CaseParts } from './case.ts';
import type { KnownRule } from './defect.ts';

/** The material of other rooms that a case may name. */
export interface LinkedMaterial {
	readonly items: ReadonlySet<string>;
	readonly tasks: ReadonlySet<string>;
	/** Those that are practised; a reference case of a quarter is not told about. */
	readonly practice: ReadonlySet<string>;
	/** Null = not known here: whatever is named is taken. */
	readonly rules: ReadonlyMap<string, KnownRule> | null;
}

interface FieldFault {
	readonly field: string;
	readonly message: string;
}

const WORDS = { items: '练习题', tasks: '文书任务', practice: '裁量练习案例' } as const;

/** What is named and is not there, and whether anything is named at all. */
export function findLinkFaults(
	{ related, decide }: Pick<CaseParts, 'related' | 'decide'>,
	known: LinkedMaterial
): FieldFault[] {
	const kinds = ['items', 'tasks', 'practice'] as const;
	const faults = kinds.flatMap((kind) =>
		findUnknown(related[kind], kind, known).map((fault) => under('related', fault))
	);
	if (kinds.every((kind) => related[kind].length === 0)) {
		faults.push({ field: 'related', message: '至少关联一道题、一个文书任务或一个裁量练习案例' });
	}
	if (decide !== null && !known.practice.has(decide)) {
		faults.push({ field: 'decide', message: `没有这个${WORDS.practice}（基准案例不能用）：${decide}` });
	}
	return faults;
}

const under = (parent: string, { field, message }: FieldFault) => ({ field: `${parent}.${field}`, message });

/** The ids of a list that nothing goes by. */
export function findUnknown(ids: readonly string[], kind: keyof typeof WORDS, known: LinkedMaterial): FieldFault[] {
	return ids.flatMap((id, index) =>
		known[kind].has(id) ? [] : [{ field: `${kind}.${index}`, message: `没有这个${WORDS[kind]}：${id}` }]
	);
}
