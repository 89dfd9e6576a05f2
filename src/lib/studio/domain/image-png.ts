import { type Cleaned, joinBytes, nameAt, viewOf } from './image-bytes.ts';

const SIGNATURE = 8;
/** Length, name and check sum around the data of a chunk. */
const FRAME = 12;
/** What decides how it looks; texts, times, EXIF and profiles are left out. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']);

/** @source PNG specification, third edition, chunk layout */
export function cleanPng(bytes: Uint8Array): Cleaned {
	const view = viewOf(bytes);
	const parts = [bytes.subarray(0, SIGNATURE)];
	const seen = new Set<string>();
	for (let at = SIGNATURE; at + FRAME <= bytes.length;) {
		const [length, name] = [view.getUint32(at), nameAt(bytes, at + 4)];
		const end = at + FRAME + length;
		if (end > bytes.length || (seen.size === 0 && name !== 'IHDR')) return null;
		if (name === 'acTL') return 'animated';
		seen.add(name);
		if (KEPT.has(name)) parts.push(bytes.subarray(at, end));
		if (name === 'IEND') break;
		at = end;
	}
	if (!['IHDR', 'IDAT', 'IEND'].every((name) => seen.has(name))) return null;
	const [width, height] = [view.getUint32(SIGNATURE + 8), view.getUint32(SIGNATURE + 12)];
	return width === 0 || height === 0 ? null : { width, height, bytes: joinBytes(parts) };
}
