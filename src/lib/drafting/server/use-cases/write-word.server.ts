import type { Sheet } from '../../domain/paper.ts';
import { writeWordFile } from '../word-file.server.ts';

/** A document of another room as a Word file in the official layout. Whoever asks has decided who may have it. */
export const writeWord = (sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> => writeWordFile(sheet);
