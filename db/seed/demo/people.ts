import { addPerson, addUnit, type NewPerson } from '#lib/identity/server/use-cases/add-people.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { DEMO_PASSWORD } from '#lib/identity/domain/demo-accounts.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { BRIGADE, BRIGADE_OFFICERS, BUREAU, EXPIRING, LEGAL_REVIEWER, STAFF, TOWNS, TOWN_OFFICERS } from './bureau.ts';

export interface DemoOfficer {
	readonly id: string;
	readonly account: string;
	readonly isNewcomer: boolean;
}

/** Makes the units and people of the demo bureau. @returns the officers, in the order of the unit tree, and the legal reviewer’s id */
export async function makePeople(ctx: Ctx): Promise<{ officers: DemoOfficer[]; legalReviewer: string }> {
	const bureau = await addUnit(ctx, null, BUREAU, 'bureau');
	const brigade = await addUnit(ctx, bureau, BRIGADE, 'brigade');
	const plans: (Omit<NewPerson, 'password' | 'mustChangePassword'> & { isOfficer: boolean })[] = [];
	let number = 1;
	const planOfficers = (unitId: string, list: typeof BRIGADE_OFFICERS) => {
		for (const [name, account, joinedOn] of list) {
			const certificateNumber = `演示-QL${String(number++).padStart(4, '0')}`;
			const certificateExpiresOn = `${2027 + (number % 3)}-0${1 + (number % 9)}-30`.replace('-02-30', '-02-28');
			const isSoon = account === EXPIRING;
			const paper = {
				certificateNumber,
				certificateExpiresOn: isSoon ? addDays(dayOf(ctx.now), 24) : certificateExpiresOn
			};
			plans.push({ name, account, unitId, joinedOn, roles: ['officer'], ...paper, isOfficer: true });
		}
	};
	planOfficers(brigade, BRIGADE_OFFICERS);
	for (const town of TOWNS) {
		planOfficers(await addUnit(ctx, bureau, `${town}应急管理办公室`, 'town'), TOWN_OFFICERS[town]);
	}
	for (const one of STAFF) plans.push({ ...one, unitId: bureau, isOfficer: false });

	const made = await Promise.all(
		plans.map(async ({ isOfficer, ...plan }) => {
			const added = await addPerson(ctx, { ...plan, password: DEMO_PASSWORD, mustChangePassword: false });
			if (!added.ok) throw new Error(`${plan.account}: ${added.refusal.message}`);
			return { id: added.value, account: plan.account, isNewcomer: plan.joinedOn >= '2026', isOfficer };
		})
	);
	const legalReviewer = made.find(({ account }) => account === LEGAL_REVIEWER)!.id;
	return { officers: made.filter(({ isOfficer }) => isOfficer), legalReviewer };
}
