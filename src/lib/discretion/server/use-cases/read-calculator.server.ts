import type { Ctx } from '#lib/platform/ctx.server.ts';
import { pickedAct } from '../../domain/calculator-address.ts';
import { calculate } from './calculate.server.ts';
import { findProvisions } from './find-provisions.server.ts';

/** What an address of the calculator shows: a calculation, or the rules to pick from. */
export async function readCalculator(ctx: Ctx, parameters: URLSearchParams) {
	const calculation = await calculate(ctx, parameters);
	const isEmpty = calculation.acts.length === 0;
	const picked = isEmpty ? '' : pickedAct(parameters);
	if (picked === null) return { calculation, picking: null };
	const found = await findProvisions(ctx, parameters.get('q') ?? '', parameters.get('law'));
	// What has been answered waits in the address of every rule that may be picked.
	const { notices, permalink, place } = calculation;
	return {
		calculation: null,
		picking: { found, prefix: picked, base: isEmpty ? `place=${place}` : permalink, notices }
	};
}
