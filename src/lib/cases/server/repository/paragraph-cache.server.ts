import { type Db, rootOf } from '#db/connect.ts';
import { type Paragraph, paragraphsOf } from '../../domain/commentary/paragraphs.ts';
import { selectVersionBody } from './commentary-meetings.server.ts';

const MOST_KEPT = 200;
const kept = new WeakMap<Db, Map<string, readonly Paragraph[]>>();

/** The paragraphs of a case version. Versions never change, and everybody in a meeting asks for the same ones again and again. */
export async function recallParagraphs(db: Db, id: string, version: number): Promise<readonly Paragraph[]> {
	const known = kept.get(rootOf(db)) ?? new Map<string, readonly Paragraph[]>();
	kept.set(rootOf(db), known);
	const key = `${id}@${version}`;
	const found = known.get(key);
	if (found) return found;
	const paragraphs = paragraphsOf((await selectVersionBody(db, id, version))?.blocks ?? []);
	if (known.size >= MOST_KEPT) known.clear();
	known.set(key, paragraphs);
	return paragraphs;
}
