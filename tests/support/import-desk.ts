import type { Db } from '#db/connect.ts';
import { confirmPeopleImport } from '#lib/identity/server/use-cases/confirm-people-import.server.ts';
import * as preview from '#lib/identity/server/use-cases/preview-people-import.server.ts';
import { signIn } from '#lib/identity/server/use-cases/sign-in.server.ts';
import { uploadPeople } from '#lib/identity/server/use-cases/upload-people.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { contextOf, MORNING, valueOf } from './people.ts';
import { bookOf } from './workbook-files.ts';

export const ALL = { show: null, page: 1 } as const;
const HEADS = ['账号', '姓名', '单位', '执法证号', '执法证有效期至'];

export const bookOfPeople = (rows: readonly (readonly string[])[]) => bookOf([HEADS, ...rows]);

/** An administrator's desk: what the pages do with a table, one step each. */
export function importDesk(db: Db, admin: Ctx) {
	let serial = 0;
	const look = async (id: string, ctx = admin) => valueOf(await preview.readPeopleImport(ctx, id, ALL)).preview!;
	return {
		/** Accounts that no other test has. */
		fresh: (count: number) =>
			Array.from({ length: count }, () => `new.${String.fromCharCode(97 + (serial % 26))}${serial++}`),
		next: () => serial++,
		upload: async (bytes: Buffer, ctx = admin, name = '花名册.xlsx') =>
			valueOf(await uploadPeople(ctx, new File([new Uint8Array(bytes)], name))),
		look,
		confirm: async (id: string, ctx = admin) => confirmPeopleImport(ctx, id, (await look(id, ctx)).digest),
		/** Somebody at the sign-in page. */
		enter: (account: string, password: string, now = MORNING) =>
			signIn(contextOf(db, { now }), { account, password, device: 'Firefox', address: `10.0.0.${serial++ % 250}` })
	};
}
