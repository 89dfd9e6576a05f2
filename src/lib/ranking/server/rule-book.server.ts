import type { Ctx } from '#lib/platform/ctx.server.ts';
import { catalogueOf } from '../domain/rule-draft.ts';
import { type OfficeRule, proposedByFiles, rulesInForce } from '../domain/rule-versions.ts';
import type { Component, Rule } from '../domain/rule.ts';
import { fileRules } from './file-rules.server.ts';
import { selectOfficeRules } from './repository/rules.server.ts';

/** Everything that is known of the monthly rule, read anew: whoever changes it must not look at what a node has kept. */
export interface Book {
	readonly files: readonly Rule[];
	readonly office: readonly OfficeRule[];
	readonly inForce: readonly Rule[];
	/** Of files that came when the office led already. */
	readonly proposals: readonly Rule[];
	readonly catalogue: readonly Component[];
}

export async function readBook(ctx: Ctx): Promise<Book> {
	const files = fileRules();
	const office = await selectOfficeRules(ctx.db);
	return {
		...{ files, office, inForce: rulesInForce(files, office), proposals: proposedByFiles(files, office) },
		catalogue: catalogueOf([...files, ...office.map(({ rule }) => rule)])
	};
}

/** The version that a draft begins with: `3`, or `file-3` for one that a file proposes. */
export function findBase({ files, office, proposals }: Book, base: string): Rule | null {
	const number = Number(base.replace('file-', ''));
	if (base.startsWith('file-')) return proposals.find(({ version }) => version === number) ?? null;
	const made = office.find(({ rule }) => rule.version === number)?.rule;
	return made ?? files.find(({ version }) => version === number) ?? null;
}
