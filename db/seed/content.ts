import { basename } from 'node:path';
import type { BundleFile } from '#lib/arena/domain/bundle/bundle.ts';
import { readBundleFiles } from '#lib/arena/server/use-cases/bundle-files.server.ts';
import { loadBundles } from '#lib/arena/server/use-cases/load-bundles.server.ts';
import { readCaseFiles } from '#lib/cases/server/use-cases/case-files.server.ts';
import { linkedMaterialOf } from '#lib/cases/server/use-cases/linked-material.server.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { loadPublicCases } from '#lib/cases/server/use-cases/load-public-cases.server.ts';
import { readPublicCaseFiles } from '#lib/cases/server/use-cases/public-case-files.server.ts';
import type { CaseFile } from '#lib/cases/domain/case.ts';
import type { PublicCaseFile } from '#lib/cases/domain/public-case.ts';
import type { PracticeCaseFile } from '#lib/discretion/domain/practice-case.ts';
import type { ProvisionFile } from '#lib/discretion/domain/provision.ts';
import type { TableFile } from '#lib/discretion/domain/table-file.ts';
import { loadDiscretion } from '#lib/discretion/server/use-cases/load-discretion.server.ts';
import { readProvisionFiles } from '#lib/discretion/server/use-cases/provision-files.server.ts';
import { loadPracticeCases } from '#lib/discretion/server/use-cases/load-practice-cases.server.ts';
import { readPracticeFiles } from '#lib/discretion/server/use-cases/practice-files.server.ts';
import { readTableFiles } from '#lib/discretion/server/use-cases/table-files.server.ts';
import type { DraftingPieces } from '#lib/drafting/domain/piece-file.ts';
import { type DraftingContent, readDraftingFiles } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { loadDrafting } from '#lib/drafting/server/use-cases/load-drafting.server.ts';
import { readDraftingPieces } from '#lib/drafting/server/use-cases/piece-files.server.ts';
import type { ItemFile } from '#lib/drills/domain/item.ts';
import { readItemFiles } from '#lib/drills/server/use-cases/item-files.server.ts';
import { loadItems } from '#lib/drills/server/use-cases/load-items.server.ts';
import type { LawFile } from '#lib/law/domain/law-file.ts';
import { indexLaws, readLawFiles } from '#lib/law/server/use-cases/law-files.server.ts';
import { type LexiconFiles, loadLexicon, readLexiconFiles } from '#lib/law/server/use-cases/lexicon.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { rebuildSearchIndex } from '#lib/law/server/use-cases/rebuild-search-index.server.ts';
import type { ContentFault } from '#lib/platform/content-files.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readAssessmentFiles } from '#lib/ranking/server/use-cases/assessment-files.server.ts';
import { readProcedureFiles } from '#lib/arena/server/use-cases/procedure-files.server.ts';
import { readHonourFiles } from '#lib/ranking/server/use-cases/honour-files.server.ts';
import { readRuleFiles } from '#lib/ranking/server/use-cases/rule-files.server.ts';
import { readSeasonFiles } from '#lib/ranking/server/use-cases/season-files.server.ts';

export interface Content {
	readonly laws: readonly LawFile[];
	readonly items: readonly ItemFile[];
	readonly cases: readonly CaseFile[];
	readonly publicCases: readonly PublicCaseFile[];
	readonly provisions: readonly ProvisionFile[];
	readonly tables: readonly TableFile[];
	readonly practiceCases: readonly PracticeCaseFile[];
	readonly lexicon: LexiconFiles;
	/** Null = there is none. */
	readonly drafting: DraftingContent | null;
	readonly draftingPieces: DraftingPieces;
	readonly bundles: readonly BundleFile[];
}

/** Reads and checks everything under `content/`; needs no database. Remarks are worth a look and stop nothing. */
export function readContent(root: string): { content: Content; faults: ContentFault[]; remarks: ContentFault[] } {
	const { laws, faults: inLaws } = readLawFiles(root);
	const index = indexLaws(laws);
	const { items, ...inItems } = readItemFiles(root, index);
	const { provisions, faults: inProvisions } = readProvisionFiles(root, index);
	const { tables, faults: inTables } = readTableFiles(root, index, provisions);
	const { cases: practiceCases, ...inPractice } = readPracticeFiles(root, index, { provisions, tables });
	const { lexicon, faults: inLexicon } = readLexiconFiles(root);
	const { drafting, faults: inDrafting } = readDraftingFiles(root, index);
	const { pieces: draftingPieces, ...inPieces } = readDraftingPieces(root, index, drafting);
	const rules = drafting ?? (inDrafting.length > 0 ? null : { documents: new Map(), fileRules: [] });
	const faulty = [inItems, inPieces, inPractice].flatMap(({ faults }) =>
		faults.map(({ file }) => basename(file, '.yaml'))
	);
	const linked = { items, tasks: draftingPieces.task, practiceCases, faulty, rules };
	const { cases, ...inCases } = readCaseFiles(root, { laws: index, known: linkedMaterialOf(linked) });
	const caseIds = new Set(cases.map(({ id }) => id));
	const { publicCases, ...inPublic } = readPublicCaseFiles(root, index, caseIds);
	const { bundles, ...inBundles } = readBundleFiles(root, index, {
		items: new Set(items.map(({ id }) => id)),
		files: new Set(draftingPieces.file.map(({ id }) => id)),
		faulty: new Set(faulty)
	});
	const { faults: inProcedures } = readProcedureFiles(root);
	const inRanking = [readHonourFiles, readRuleFiles, readAssessmentFiles, readSeasonFiles].flatMap(
		(read) => read(root).faults
	);
	const others = [...inLaws, ...inProvisions, ...inTables, ...inLexicon, ...inDrafting, ...inRanking, ...inProcedures];
	const mixed = [inItems, inCases, inPublic, inPractice, inPieces, inBundles];
	return {
		content: {
			...{ laws, items, cases, publicCases, provisions, tables, practiceCases },
			...{ lexicon, drafting, draftingPieces, bundles }
		},
		faults: [...others, ...mixed.flatMap(({ faults }) => faults)],
		remarks: mixed.flatMap(({ remarks }) => remarks)
	};
}

/** Brings the database to what the files say: laws first, because everything else cites them. */
export async function loadContent(ctx: Ctx, content: Content) {
	const loaded = { laws: await loadLaws(ctx, content.laws), lexicon: await loadLexicon(ctx, content.lexicon) };
	await rebuildSearchIndex(ctx);
	return {
		...loaded,
		items: await loadItems(ctx, content.items),
		cases: await loadCases(ctx, content.cases),
		publicCases: await loadPublicCases(ctx, content.publicCases),
		...(await loadDiscretion(ctx, content)),
		...(await loadPracticeCases(ctx, content.practiceCases)),
		...(await loadDrafting(ctx, content.draftingPieces, content.drafting)),
		...(await loadBundles(ctx, content.bundles))
	};
}
