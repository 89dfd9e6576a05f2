import { pickedAct } from '#lib/discretion/domain/calculator-address.ts';
import { calculate } from '#lib/discretion/server/use-cases/calculate.server.ts';
import { findProvisions } from '#lib/discretion/server/use-cases/find-provisions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url: { searchParams }, locals: { ctx } }) => {
	const calculation = await calculate(ctx, searchParams);
	const isEmpty = calculation.acts.length === 0;
	const picked = isEmpty ? '' : pickedAct(searchParams);
	if (picked === null) return { calculation, picking: null };
	const found = await findProvisions(ctx, searchParams.get('q') ?? '', searchParams.get('law'));
	// What has been answered waits in the address of every rule that may be picked.
	const { notices, permalink, place } = calculation;
	return {
		calculation: null,
		picking: { found, prefix: picked, base: isEmpty ? `place=${place}` : permalink, notices }
	};
};
