import { expect, test } from 'vitest';
import { importDocx } from '#lib/drafting/server/use-cases/import-docx.server.ts';
import { readEntriesNow } from '#lib/drafting/server/use-cases/own-drafts.server.ts';
import { readPaper, writePaper } from '#lib/drafting/server/use-cases/paper.server.ts';
import { saveDraft } from '#lib/drafting/server/use-cases/save-draft.server.ts';
import { startDraft } from '#lib/drafting/server/use-cases/start-draft.server.ts';
import { submitDraft } from '#lib/drafting/server/use-cases/submit-draft.server.ts';
import { freshDatabase } from '../support/database.ts';
import { MODEL_ONLY, storeTask } from '../support/draft-task.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db } = await freshDatabase();
const { lin, xu } = await makeBureau(db);
const hers = contextOf(db, { actor: lin });
const his = contextOf(db, { actor: xu });
await storeTask(db, 'decision');
const draft = valueOf(await startDraft(hers, 'decision'));
const FACTS = '2026年6月10日，在打磨车间发现6名新工没有培训。';
valueOf(await saveDraft(hers, draft, [{ field: 'facts', was: null, now: FACTS }]));

test('an own draft stands on paper as it is written, without the model', async () => {
	const { sheet, isHandedIn, taskId } = valueOf(await readPaper(hers, draft));
	expect([sheet.title, isHandedIn, taskId]).toEqual(['行政处罚决定书', false, 'decision']);
	const said = JSON.stringify(sheet);
	expect(said).toContain(FACTS);
	expect(said).not.toContain(MODEL_ONLY);
});

test('its Word file offers its texts again, and an import changes nothing', async () => {
	const { name, bytes } = valueOf(await writePaper(hers, draft));
	expect(name).toBe('行政处罚决定书.docx');
	const before = valueOf(await readEntriesNow(hers, draft));
	const { placed } = valueOf(await importDocx(hers, draft, bytes));
	expect(placed).toEqual([{ field: 'facts', label: '违法事实', text: FACTS }]);
	expect(valueOf(await readEntriesNow(hers, draft))).toEqual(before);
	expect(refusalOf(await importDocx(hers, draft, new TextEncoder().encode('文字'))).code).toBe('no-word-file');
});

test('nobody else sees it', async () => {
	expect(refusalOf(await readPaper(his, draft)).code).toBe('no-such-draft');
	expect(refusalOf(await writePaper(his, draft)).code).toBe('no-such-draft');
	expect(refusalOf(await importDocx(his, draft, new Uint8Array(1))).code).toBe('no-such-draft');
});

test('handed in it can still be printed, and takes nothing in any more', async () => {
	const { bytes } = valueOf(await writePaper(hers, draft));
	valueOf(await submitDraft(hers, draft));
	expect(valueOf(await readPaper(hers, draft)).isHandedIn).toBe(true);
	expect(refusalOf(await importDocx(hers, draft, bytes)).code).toBe('handed-in');
});
