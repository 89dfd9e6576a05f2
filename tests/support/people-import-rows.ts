import { confirmPeopleImport } from '#lib/identity/server/use-cases/confirm-people-import.server.ts';
import { exportPeople, peopleTemplate } from '#lib/identity/server/use-cases/export-people.server.ts';
import { countFirstPasswords, issueFirstPasswords } from '#lib/identity/server/use-cases/first-passwords.server.ts';
import * as preview from '#lib/identity/server/use-cases/preview-people-import.server.ts';
import { undoPeopleImport } from '#lib/identity/server/use-cases/undo-people-import.server.ts';
import * as upload from '#lib/identity/server/use-cases/upload-people.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { lawImporterRows } from './law-rows.ts';

const peopleImportRows = (id: () => string): Record<string, (ctx: Ctx) => unknown> => ({
	uploadPeople: (ctx) => upload.uploadPeople(ctx, new File(['姓名,单位\n甲,乙\n'], '人员.csv')),
	readPeopleImports: (ctx) => upload.readPeopleImports(ctx),
	dropPeopleImport: (ctx) => upload.dropPeopleImport(ctx, id()),
	readPeopleImport: (ctx) => preview.readPeopleImport(ctx, id(), { show: null, page: 1 }),
	mapPeopleImport: (ctx) => preview.mapPeopleImport(ctx, id(), { headRow: 1, columns: { name: 0 }, makesUnits: false }),
	decidePeopleRows: (ctx) => preview.decidePeopleRows(ctx, id(), { 2: 'skip' }),
	confirmPeopleImport: (ctx) => confirmPeopleImport(ctx, id(), ''),
	undoPeopleImport: (ctx) => undoPeopleImport(ctx, id()),
	countFirstPasswords: (ctx) => countFirstPasswords(ctx, id()),
	issueFirstPasswords: (ctx) => issueFirstPasswords(ctx, id()),
	exportPeople: (ctx) => exportPeople(ctx),
	peopleTemplate: (ctx) => peopleTemplate(ctx)
});

/** What administrators bring in: law texts and people. @param id of nothing that was imported */
export const administratorRows = (id: () => string) => ({ ...lawImporterRows(id), ...peopleImportRows(id) });
