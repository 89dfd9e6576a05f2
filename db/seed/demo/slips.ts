import type { Entries, Entry } from '#lib/drafting/domain/entries.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Random } from '#lib/shared/random.ts';
import { addDays, isDay } from '#lib/shared/time.ts';

export interface Writer {
	readonly actor: Actor;
	/** 0–1 */
	readonly skill: number;
	readonly random: Random;
}

/** The document as an officer of that skill writes it: now and then something is left out, cut short or a day off. */
export function writtenBy(skill: number, model: Entries, random: Random): Entries {
	const written: Record<string, Entry> = {};
	for (const [field, entry] of Object.entries(model)) {
		const slipped = random() < (1 - skill) * SLIPS ? slip(entry, random) : entry;
		if (slipped !== null) written[field] = slipped;
	}
	return written;
}

/** Share of fields in which somebody without any skill slips. */
const SLIPS = 0.5;
/** From here on a text has sentences that can be left out. */
const LONG = 60;

function slip(entry: Entry, random: Random): Entry | null {
	if (Array.isArray(entry)) return entry.length > 1 && random() < 0.6 ? (entry.slice(0, -1) as Entry) : entry;
	if (typeof entry !== 'string') return entry;
	if (isDay(entry)) return random() < 0.5 ? addDays(entry, random() < 0.5 ? -1 : 3) : null;
	// A short line is forgotten, now and then a tick or a seal as well.
	if (entry.length < LONG) return random() < 0.4 ? null : entry;
	const sentences = entry.split(/(?<=。)/);
	return sentences.slice(0, Math.max(1, Math.ceil(sentences.length * (0.3 + random() * 0.5)))).join('');
}
