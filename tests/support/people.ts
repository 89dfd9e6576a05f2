import type { Db } from '#db/connect.ts';
import type { Actor, Role } from '#lib/identity/domain/roles.ts';
import { addPerson, addUnit, type NewPerson } from '#lib/identity/server/use-cases/add-people.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import type { Refusal, Result } from '#lib/shared/result.ts';
import { instantOf } from '#lib/shared/time.ts';

export const PASSWORD = '青岚山下有条河 2026';
/** A Friday; what tests call today unless they say otherwise. */
export const TODAY = '2026-11-20';
export const MORNING = instantOf(TODAY, '09:00');
/** When the bureau of the tests was set up. */
const FOUNDED = instantOf('2026-06-01', '08:00');

const log = openLog('silent');

/** A context with everything explicit; a visitor on the morning of `TODAY` when nothing is said. */
export function contextOf(db: Db, given: Partial<Pick<Ctx, 'now' | 'actor' | 'seed'>> = {}): Ctx {
	return { db, now: MORNING, actor: null, seed: 7, log, request: 'test', ...given };
}

export function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`refused: ${result.refusal.code}: ${result.refusal.message}`);
	return result.value;
}

/** The refusal of a result that must be one. */
export function refusalOf(result: Result<unknown>): Refusal {
	if (result.ok) throw new Error('expected a refusal');
	return result.refusal;
}

export async function addActor(
	db: Db,
	{ roles = ['officer'], ...who }: Pick<NewPerson, 'account' | 'name' | 'unitId'> & { roles?: readonly Role[] }
): Promise<Actor> {
	const ctx = contextOf(db, { now: FOUNDED });
	const person = { ...who, roles, password: PASSWORD, mustChangePassword: false, joinedOn: '2020-07-01' };
	return readActor(ctx, valueOf(await addPerson(ctx, person)));
}

/** Officers without a character of their own, for load and chains. */
export function addOfficers(db: Db, unitId: string, count: number): Promise<Actor[]> {
	const numbers = Array.from({ length: count }, (_, index) => index + 1);
	return Promise.all(numbers.map((n) => addActor(db, { account: `officer.${n}`, name: `队员${n}`, unitId })));
}

/** A small bureau: 林岳 in the brigade, 许漫青 and 韦小满 in a town, and everybody of the bureau who is not an officer. */
export async function makeBureau(db: Db) {
	const ctx = contextOf(db, { now: FOUNDED });
	const bureau = await addUnit(ctx, null, '青岚区应急管理局', 'bureau');
	const brigade = await addUnit(ctx, bureau, '综合行政执法大队', 'brigade');
	const town = await addUnit(ctx, bureau, '白渡镇应急管理办公室', 'town');
	const add = (account: string, name: string, unitId: string, role: Role = 'officer') =>
		addActor(db, { account, name, unitId, roles: [role] });
	return {
		...{ bureau, brigade, town },
		lin: await add('lin.yue', '林岳', brigade),
		xu: await add('xu.manqing', '许漫青', town),
		wei: await add('wei.xiaoman', '韦小满', town),
		trainer: await add('liang.ruochuan', '梁若川', bureau, 'trainer'),
		townTrainer: await add('fang.yanqiu', '方砚秋', town, 'trainer'),
		reviewer: await add('shen.zhiwei', '沈知微', bureau, 'legal-reviewer'),
		administrator: await add('guan.ziyuan', '管子渊', bureau, 'administrator'),
		auditor: await add('yan.shouzheng', '严守正', bureau, 'auditor')
	};
}
export type Bureau = Awaited<ReturnType<typeof makeBureau>>;
