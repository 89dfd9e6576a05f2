import type { SoughtValues } from './known-values.ts';
import type { TextFinding } from './text-check.ts';
import { maskAll, nearTexts } from './text-names.ts';

/** Shorter ones (北侧, 车间) are near to anything. */
const SHORTEST = 5;

/** Addresses and spots that differ by one sign from one that the file knows: 工业路8号 for 工业路3号. */
export function findPlaces(text: string, { places, spots }: SoughtValues): TextFinding[] {
	const masked = maskAll(text, spots);
	const findings: TextFinding[] = [];
	for (const [known, where] of places) {
		// Where the right spot is named too, the other one is probably another spot.
		if (known.length < SHORTEST || text.includes(known)) continue;
		for (const { start, found } of nearTexts(masked, known, 1)) {
			findings.push({
				...{ fault: 'place', path: '', found, at: { start, end: start + found.length } },
				message: `写的是“${found}”，${where}是“${known}”；确是另一处的，不用改`,
				why: '地点写错，现场记录与照片、证言对不上，事实就失去支撑'
			});
		}
	}
	return findings;
}
