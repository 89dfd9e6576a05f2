import { ownHearings } from '#lib/arena/server/use-cases/own-records.server.ts';
import { ownRehearsals } from '#lib/arena/server/use-cases/own-rehearsals.server.ts';
import { ownCases } from '#lib/cases/server/use-cases/own-records.server.ts';
import { ownDiscretion } from '#lib/discretion/server/use-cases/own-records.server.ts';
import { ownDrafting } from '#lib/drafting/server/use-cases/own-records.server.ts';
import { ownDrills } from '#lib/drills/server/use-cases/own-records.server.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { ownAccount } from '#lib/identity/server/use-cases/own-records.server.ts';
import { ownLawWork } from '#lib/law/server/use-cases/own-records.server.ts';
import { ownNoticeRecords } from '#lib/notices/server/use-cases/own-records.server.ts';
import { OWN_AUDIT } from '#lib/platform/audit.server.ts';
import { type Ctx, inSnapshot } from '#lib/platform/ctx.server.ts';
import { type OwnSection, readOwnRecords } from '#lib/platform/own-records.server.ts';
import { ownLedger } from '#lib/ranking/server/use-cases/own-records.server.ts';
import { ownSettings } from '#lib/settings/server/use-cases/own-records.server.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { ownManuscripts } from '#lib/studio/server/use-cases/own-records.server.ts';
import { RECORDS } from '../repository/own-records.server.ts';

/** The rooms in the order of the copy; each answers for what it holds. */
const ROOMS: readonly (readonly [title: string, read: (ctx: Ctx) => Promise<OwnSection[]>])[] = [
	['人员与权限', ownAccount],
	['练兵', ownDrills],
	['案例与点评', ownCases],
	['文书与评查', ownDrafting],
	['裁量', ownDiscretion],
	['庭审', ownHearings],
	['擂台', ownRehearsals],
	['法规', ownLawWork],
	['教研', ownManuscripts],
	['榜单与评优', ownLedger],
	['设置', ownSettings],
	['更正与显示', readOwnRequests],
	['通知', ownNoticeRecords],
	['操作记录', readOwnAudit]
];

function readOwnRequests(ctx: Ctx): Promise<OwnSection[]> {
	const { db, actor } = authorisePerson(ctx, 'own.readData');
	return readOwnRecords(db, actor.personId, RECORDS);
}

function readOwnAudit(ctx: Ctx): Promise<OwnSection[]> {
	const { db, actor } = authorisePerson(ctx, 'own.readData');
	return readOwnRecords(db, actor.personId, [OWN_AUDIT]);
}

/** Everything the platform knows of the actor and of nobody else, as of one instant. */
export async function readOwnData(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'own.readData');
	const rooms = await inSnapshot(ctx, (inner) =>
		Promise.all(ROOMS.map(async ([title, read]) => ({ title, sections: await read(inner) })))
	);
	return { name: actor.name, at: `${dayOf(ctx.now)} ${clockOf(ctx.now)}`, rooms };
}
export type OwnData = Awaited<ReturnType<typeof readOwnData>>;
