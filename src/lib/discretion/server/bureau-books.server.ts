import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readConfirmed } from '#lib/settings/server/use-cases/local-figures.server.ts';
import { withConfirmedHearing } from '../domain/confirmed-hearing.ts';
import { type ReadyBook, currentRuleBooks } from './use-cases/current-rule-book.server.ts';

/** Every place with its book, the bureau's own first and with the figures that its legal reviewer has confirmed. */
export async function bureauBooks(ctx: Pick<Ctx, 'db'>): Promise<ReadonlyMap<string, ReadyBook>> {
	const books = currentRuleBooks();
	const [unit, person] = await Promise.all([
		readConfirmed(ctx, 'local.hearing-fine-unit'),
		readConfirmed(ctx, 'local.hearing-fine-person')
	]);
	if (!unit && !person) return books;
	const [[key, { book, finder }], ...others] = [...books] as [[string, ReadyBook], ...[string, ReadyBook][]];
	return new Map([[key, { book: withConfirmedHearing(book, { unit, person }), finder }], ...others]);
}
