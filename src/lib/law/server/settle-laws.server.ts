import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { FileRemark } from '../domain/import-report.ts';
import { settleVersions } from '../domain/settle-versions.ts';
import * as texts from './repository/texts.server.ts';

/**
 * Settles the validity of all versions of these laws anew. Says where content and texts disagree, and of which imported
 * texts nobody knows the date in force.
 */
export async function settleLaws(ctx: Ctx, lawIds: readonly string[]): Promise<FileRemark[]> {
	if (lawIds.length === 0) return [];
	const claims = await texts.selectClaims(ctx.db, lawIds);
	const changed: Parameters<typeof texts.saveValidities>[1][number][] = [];
	const remarks: FileRemark[] = [];
	const byLaw = new Map<string, texts.LawClaims[]>(lawIds.map((id) => [id, []]));
	for (const one of claims) byLaw.get(one.lawId)!.push(one);
	for (const [lawId, ofLaw] of byLaw) {
		const { versions, disagreements } = settleVersions(ofLaw);
		const byVersion = new Map(ofLaw.map((one) => [one.version, one]));
		for (const one of versions) {
			const claim = byVersion.get(one.version)!;
			const note = claim.isStated ? claim.note : one.inForceFrom ? null : claim.why;
			const { inForceFrom, inForceUntil } = claim;
			const isSame = one.inForceFrom === inForceFrom && one.inForceUntil === inForceUntil && note === claim.note;
			if (!isSame) changed.push({ ...one, lawId, note });
			if (claim.source !== null && one.inForceFrom === null) {
				remarks.push({
					file: claim.source,
					line: 0,
					message: `施行日期未知：${claim.why ?? '文本和平台资料都没有写'}`
				});
			}
		}
		for (const { version, message } of disagreements) {
			const file = byVersion.get(version)!.source ?? lawId;
			remarks.push({ file, line: 0, message: `${version} 版：${message}` });
		}
	}
	if (changed.length > 0) await texts.saveValidities(ctx.db, changed);
	return remarks;
}
