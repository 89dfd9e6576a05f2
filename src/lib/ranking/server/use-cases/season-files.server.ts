import * as v from 'valibot';
import { type ContentFault, line, parseYaml, readFolder } from '#lib/platform/content-files.server.ts';
import { type Season, faultOfSeason } from '../../domain/season.ts';

const month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份写作 2026-09'));
const schema = v.strictObject({
	seasons: v.array(
		v.strictObject({
			id: v.pipe(v.string(), v.regex(/^20\d{2}-S[1-9]$/, '编号写作 2026-S1')),
			...{ name: line, from: month, until: month }
		})
	)
});

const FILE = 'seasons.yaml';

/** Reads `content/ranking/seasons.yaml`; a house without it has no seasons. */
export function readSeasonFiles(root: string): { seasons: Season[]; faults: ContentFault[] } {
	const [file] = readFolder(root, 'content/ranking', '.yaml', (path) => path === FILE);
	if (!file) return { seasons: [], faults: [] };
	const parsed = parseYaml(file.path, file.text, schema);
	if (!parsed.ok) return { seasons: [], faults: parsed.faults };
	const { seasons } = parsed.value;
	const faults = seasons.flatMap((one, at) => {
		const fault = faultOfSeason(one, seasons.slice(0, at));
		return fault === null ? [] : [parsed.at(`seasons.${at}`, fault)];
	});
	return { seasons: faults.length > 0 ? [] : seasons, faults };
}
