import type { FieldFault, PreviewBlock } from '../domain/manuscript.ts';
import type { PlacedWarning } from '../domain/answer-warnings.ts';

/** What the server says of a text. */
export interface Judged {
	readonly faults: readonly FieldFault[];
	/** Worth a look; they stop nothing. */
	readonly remarks: readonly FieldFault[];
	readonly redaction: readonly PlacedWarning[];
	readonly preview: readonly PreviewBlock[];
}
