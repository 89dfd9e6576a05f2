import { pieceVersions } from '#lib/platform/piece-versions.server.ts';

/** What the studio needs of the versions of cases. */
export const caseVersions = pieceVersions({ piece: 'case_study', version: 'case_version' });
