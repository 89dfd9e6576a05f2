import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import { readManuscript } from '#lib/studio/server/use-cases/read-manuscript.server.ts';
import { saveManuscript } from '#lib/studio/server/use-cases/save-manuscript.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { newId } from '#lib/shared/ids.ts';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, MORNING, refusalOf, valueOf } from '../support/people.ts';

const { db } = await freshDatabase();
const { trainer, townTrainer } = await makeBureau(db);
const as = (actor: Actor) => contextOf(db, { actor });

test('a double click begins one manuscript', async () => {
	const id = newId(MORNING);
	const both = await Promise.all([1, 2].map(() => startManuscript(as(trainer), { kind: 'case', from: 'blank', id })));
	expect(both.map((one) => valueOf(one).id)).toEqual([id, id]);
});

test('two people in one manuscript: other parts go in, the same part is shown to both, and both are authors', async () => {
	const { id } = valueOf(await startManuscript(as(trainer), { kind: 'case', from: { fields: { title: '焊花' } } }));
	valueOf(await saveManuscript(as(townTrainer), id, [{ field: 'lead', was: '', now: '一句话' }]));
	const [mine, theirs] = await Promise.all([
		saveManuscript(as(trainer), id, [{ field: 'title', was: '焊花', now: '焊花落在哪里' }]),
		saveManuscript(as(townTrainer), id, [{ field: 'title', was: '焊花', now: '面罩' }])
	]);
	const conflicts = [mine, theirs].map((one) => valueOf(one).conflicts);
	const stored = valueOf(await readManuscript(as(trainer), id));
	expect(conflicts.flat()).toEqual([{ field: 'title', stored: stored.fields['title'] }]);
	expect(stored.fields['lead']).toBe('一句话');
	expect(stored.title).toBe(stored.fields['title']);
	expect(stored.authors).toEqual(['梁若川', '方砚秋']);
});

test('a part that the kind has not is refused and nothing of the request is stored', async () => {
	const { id } = valueOf(await startManuscript(as(trainer), { kind: 'case', from: 'blank' }));
	const changes = [
		{ field: 'title', was: '', now: '题' },
		{ field: 'author', was: '', now: '别人' }
	];
	expect(refusalOf(await saveManuscript(as(trainer), id, changes)).code).toBe('no-such-field');
	expect(valueOf(await readManuscript(as(trainer), id)).fields).toEqual({});
});
