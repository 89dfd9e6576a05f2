import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { SettingValue } from '../domain/setting.ts';
import { selectInForce } from './repository.server.ts';

/** What the office has set, by key. @property source of a local figure that somebody confirmed */
export interface SetValue {
	readonly value: SettingValue;
	readonly source: string | null;
	readonly sourceOn: string | null;
}
type Kept = ReadonlyMap<string, SetValue>;

/**
 * The database tells every node when a setting changes (trigger `tell_settings_changed`), so that a node that listens reads
 * them once a minute at most; one that does not – a command, or a connection that is gone – asks anew every two seconds.
 */
const TOLD_SECONDS = 60;
const UNTOLD_SECONDS = 2;

let kept: { readonly settings: Kept; readonly until: number } | null = null;
let isTold = false;
let changes = 0;

/** From now on this node reads settings anew. */
export function forgetSettings(): void {
	changes++;
	kept = null;
}

/** What is set, from memory where it can be. */
export async function recallSettings(ctx: Pick<Ctx, 'db'>): Promise<Kept> {
	if (kept && kept.until > performance.now()) return kept.settings;
	const before = changes;
	const rows = await selectInForce(ctx.db);
	const settings = new Map(rows.map(({ key, ...set }) => [key, set]));
	// Whoever changed one meanwhile must not find the old one kept.
	if (changes === before) {
		kept = { settings, until: performance.now() + (isTold ? TOLD_SECONDS : UNTOLD_SECONDS) * 1000 };
	}
	return settings;
}

/** A channel that tells of changes: calls `heard` for each, `begun` each time that it can be relied on again. */
type Listen = (channel: string, heard: () => void, begun: () => void) => Promise<void>;

/** Run once by each node that serves pages. */
export function keepSettings(listen: Listen): Promise<void> {
	return listen('settings_changed', forgetSettings, () => {
		isTold = true;
		forgetSettings();
	});
}
