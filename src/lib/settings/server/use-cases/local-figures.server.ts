import type { Ctx } from '#lib/platform/ctx.server.ts';
import { formatDay } from '#lib/shared/time.ts';
import { SETTINGS } from '../../domain/registry.ts';
import { isValue } from '../../domain/setting.ts';
import { recallSettings } from '../kept-settings.server.ts';

type LocalKey = Extract<keyof typeof SETTINGS, `local.${string}`>;

/** A figure of the place that a legal reviewer confirmed; null = nobody has. @property source in words, with its day */
export async function readConfirmed(
	ctx: Pick<Ctx, 'db'>,
	key: LocalKey
): Promise<{ value: number; source: string } | null> {
	const set = (await recallSettings(ctx)).get(key);
	if (!set?.source || !set.sourceOn || !isValue(SETTINGS[key].type, set.value)) return null;
	return { value: Number(set.value), source: `${set.source}（${formatDay(set.sourceOn)}）` };
}
