import type { Day } from '#lib/shared/time.ts';

/** What is already stored of one file of law text. */
export interface StoredText {
	readonly version: Day;
	readonly part: string;
	readonly source: string;
	readonly digest: string;
	readonly readDigest: string;
}

/**
 * Whether a text is taken beside the texts of the same law that are stored (or were taken earlier in the same run).
 *
 * | stored                                      | the new text                        | outcome                         |
 * | ------------------------------------------- | ----------------------------------- | ------------------------------- |
 * | nothing of this version (and part)          |                                     | new                             |
 * | same version from the same place (or name)  | reads the same                      | unchanged                       |
 * | same version from the same place            | reads differently                   | changed: the file was corrected |
 * | same version from another place             | same wording                        | unchanged                       |
 * | same version from another place             | other wording                       | refused: the first one stands   |
 * | same wording under another date             |                                     | refused                         |
 * | the whole law                               | a part of it, or the other way round | refused                         |
 */
export function acceptText(
	stored: readonly StoredText[],
	text: StoredText
): { outcome: 'new' | 'changed' | 'unchanged' } | { outcome: 'refused'; message: string } {
	const ofVersion = stored.filter(({ version }) => version === text.version);
	const same = ofVersion.find(({ part }) => part === text.part);
	if (same) {
		if (isSamePlace(same.source, text.source))
			return { outcome: same.readDigest === text.readDigest ? 'unchanged' : 'changed' };
		if (same.digest === text.digest) return { outcome: 'unchanged' };
		return refused(`同一部法的同一版（${text.version}）已由 ${same.source} 收录，两个文件的文字不同`);
	}
	const mixed = ofVersion.find(({ part }) => (part === '') !== (text.part === ''));
	if (mixed) return refused(`这一版已由 ${mixed.source} 收录，不能一部分整本、一部分分编`);
	const twin = stored.find(({ digest, part }) => digest === text.digest && part === text.part);
	if (twin) return refused(`与 ${twin.source}（${twin.version} 版）的文字完全相同，只是日期不同`);
	return { outcome: 'new' };
}

/** A file that was uploaded alone has no folder: its name is enough. */
const isSamePlace = (left: string, right: string) =>
	left === right || left.endsWith(`/${right}`) || right.endsWith(`/${left}`);

const refused = (message: string) => ({ outcome: 'refused' as const, message });
