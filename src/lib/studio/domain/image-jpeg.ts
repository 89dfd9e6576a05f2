import { type Cleaned, joinBytes, viewOf } from './image-bytes.ts';

const [START, END, SCAN, EXIF, COMMENT, ADOBE] = [0xd8, 0xd9, 0xda, 0xe1, 0xfe, 0xee];
/** Frame headers: all but the tables C4, C8, CC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers that stand alone. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Data of applications and comments; Adobe’s says how the colours are meant. */
const isExtra = (marker: number) => (marker >= 0xe1 && marker <= 0xef && marker !== ADOBE) || marker === COMMENT;

/** @source ITU-T T.81, annex B; Exif 2.32 for the turn */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
	const view = viewOf(bytes);
	const parts: Uint8Array[] = [bytes.subarray(0, 2)];
	let size: { width: number; height: number } | null = null;
	let turn = 1;
	for (let at = 2; at + 4 <= bytes.length;) {
		const marker = bytes[at + 1]!;
		if (bytes[at] !== 0xff || marker === START || marker === END) return null;
		if (marker === 0xff || isBare(marker)) {
			at += marker === 0xff ? 1 : 2;
			continue;
		}
		const length = view.getUint16(at + 2);
		const end = at + 2 + length;
		if (length < 2 || end > bytes.length) return null;
		if (isFrame(marker) && length >= 9) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
		if (marker === EXIF) turn = turnOf(bytes.subarray(at + 4, end)) ?? turn;
		if (marker === SCAN) {
			const last = endOfPicture(bytes, end);
			if (last === null || !size || size.width === 0 || size.height === 0) return null;
			const upright = turn >= 5 ? { width: size.height, height: size.width } : size;
			const [first, ...rest] = parts;
			return { ...upright, bytes: joinBytes([first!, ...turnSegment(turn), ...rest, bytes.subarray(at, last)]) };
		}
		if (!isExtra(marker)) parts.push(bytes.subarray(at, end));
		at = end;
	}
	return null;
}

/** Behind the end marker: in a picture of several scans FF D9 comes only once, as FF in the data is always followed by 00. */
function endOfPicture(bytes: Uint8Array, from: number): number | null {
	for (let at = from; at + 1 < bytes.length; at++) {
		if (bytes[at] !== 0xff) continue;
		if (bytes[at + 1] === END) return at + 2;
		// Between scans a file could carry notes again: nobody writes such, so none is let through.
		if (isExtra(bytes[at + 1]!)) return null;
	}
	return null;
}

const EXIF_HEAD = [0x45, 0x78, 0x69, 0x66, 0, 0];
const TURN_TAG = 0x0112;

/** How the camera was held, 1–8; null where it does not say. */
function turnOf(segment: Uint8Array): number | null {
	if (segment.length < 14 || !EXIF_HEAD.every((sign, at) => segment[at] === sign)) return null;
	const tiff = viewOf(segment.subarray(6));
	const isLittle = tiff.getUint16(0) === 0x4949;
	const directory = tiff.getUint32(4, isLittle);
	if (directory + 2 > tiff.byteLength) return null;
	const count = tiff.getUint16(directory, isLittle);
	for (let index = 0; index < count; index++) {
		const at = directory + 2 + index * 12;
		if (at + 12 > tiff.byteLength) return null;
		if (tiff.getUint16(at, isLittle) !== TURN_TAG) continue;
		const turn = tiff.getUint16(at + 8, isLittle);
		return turn >= 1 && turn <= 8 ? turn : null;
	}
	return null;
}

/** An EXIF segment that says nothing but how to turn the picture; none where it stands upright. */
function turnSegment(turn: number): Uint8Array[] {
	if (turn === 1) return [];
	const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
	const content = [...EXIF_HEAD, ...tiff];
	return [new Uint8Array([0xff, EXIF, 0, content.length + 2, ...content])];
}
