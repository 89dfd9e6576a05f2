import type { PracticeCaseFile } from '#lib/discretion/domain/practice-case.ts';
import type { DraftingPieces } from '#lib/drafting/domain/piece-file.ts';
import type { RuleBook } from '#lib/drafting/domain/rule-book.ts';
import type { ItemFile } from '#lib/drills/domain/item.ts';
import type { KnownRule } from '../../domain/defect.ts';
import type { LinkedMaterial } from '../../domain/linked-material.ts';

interface Files {
	readonly items: readonly Pick<ItemFile, 'id'>[];
	readonly tasks: readonly Pick<DraftingPieces['task'][number], 'id'>[];
	readonly practiceCases: readonly {
		readonly id: string;
		readonly body: Pick<PracticeCaseFile['body'], 'reference'>;
	}[];
	/** Names of files in which something is wrong: that is told once, and not again of every case that names them. */
	readonly faulty: readonly string[];
	/** Null = they could not be read. */
	readonly rules: Pick<RuleBook, 'documents' | 'fileRules'> | null;
}

/** What cases may name, out of the files that were read beside them. */
export function linkedMaterialOf({ items, tasks, practiceCases, faulty, rules }: Files): LinkedMaterial {
	const idsOf = (pieces: readonly { readonly id: string }[]) => new Set([...pieces.map(({ id }) => id), ...faulty]);
	const practised = practiceCases.filter(({ body }) => body.reference.length === 0);
	return { items: idsOf(items), tasks: idsOf(tasks), practice: idsOf(practised), rules: rules && rulesOf(rules) };
}

function rulesOf(book: NonNullable<Files['rules']>): Map<string, KnownRule> {
	const rules = new Map<string, KnownRule>();
	for (const { title, rules: own } of book.documents.values()) {
		for (const { id, requirement, basis } of own) rules.set(id, { id, requirement, basis, document: title });
	}
	for (const { id, requirement, basis } of book.fileRules) {
		rules.set(id, { id, requirement, basis, document: null });
	}
	return rules;
}
