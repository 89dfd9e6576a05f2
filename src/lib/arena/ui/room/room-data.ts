import type { Citation } from '#lib/shared/citation.ts';
import type { Bundle, Witness } from '../../domain/bundle/bundle.ts';
import type { Side } from '../../domain/bundle/side.ts';
import type { OpenBundle } from '../../domain/bundle/bundle-view.ts';
import type { LawLine } from '../../domain/bundle/law-line.ts';
import type { HearingFrame } from '../../domain/hearing/case-file.ts';
import type { Viewer } from '../../domain/hearing/event.ts';
import type { Hearing } from '../../domain/hearing/hearing.ts';
import type { Seat } from '../../domain/hearing/role.ts';

/** What the page of a hearing is served with. */
export interface RoomData {
	readonly page: {
		readonly id: string;
		readonly title: string;
		readonly startsAt: number;
		readonly isPublic: boolean;
		readonly isCancelled: boolean;
		readonly frame: HearingFrame;
		readonly hearing: Hearing;
		readonly viewer: Viewer;
		readonly seat: Seat | null;
		readonly now: number;
	};
	readonly file: {
		readonly open: OpenBundle | null;
		readonly hidden: Pick<Bundle, 'defects' | 'odds' | 'issues' | 'complaintHtml' | 'answerHtml'> | null;
		readonly card: Witness | null;
		readonly law: readonly (LawLine & { readonly citation: Citation })[];
	} | null;
	/** Made by the server for this serving of the page: the keys of its forms come from it. */
	readonly pageKey: string;
	/** Without a script: the act that was refused, with what was typed. */
	readonly refused: {
		readonly act: string;
		readonly fault: string;
		readonly values: Readonly<Record<string, string>>;
	} | null;
	readonly mayOrganise: boolean;
	/** The listener's own vote, and why the last one was not taken; null = not asked here. */
	readonly vote?: { readonly own: Side | null; readonly fault: string | null } | null;
}
