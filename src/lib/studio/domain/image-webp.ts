import { type Cleaned, joinBytes, nameAt, viewOf } from './image-bytes.ts';

const HEAD = 12;
/** The picture itself; EXIF, XMP and profiles are left out. */
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH']);
/** In the first byte of VP8X: profile, EXIF and XMP are there. */
const NOTES = 0x20 | 0x08 | 0x04;
const MOVES = 0x02;

/** @source WebP container specification (RFC 9649) */
export function cleanWebp(bytes: Uint8Array): Cleaned {
	const view = viewOf(bytes);
	const parts: Uint8Array[] = [];
	let size: { width: number; height: number } | null = null;
	const limit = Math.min(bytes.length, view.getUint32(4, true) + 8);
	for (let at = HEAD; at + 8 <= limit;) {
		const [name, length] = [nameAt(bytes, at), view.getUint32(at + 4, true)];
		const end = at + 8 + length + (length % 2);
		if (at + 8 + length > limit) return null;
		if (name === 'ANIM' || name === 'ANMF') return 'animated';
		const chunk = bytes.slice(at, Math.min(end, limit));
		if (name === 'VP8X') {
			if (length < 10) return null;
			if (chunk[8]! & MOVES) return 'animated';
			chunk[8]! &= ~NOTES;
		}
		size ??= sizeOf(name, chunk.subarray(8));
		if (KEPT.has(name)) parts.push(chunk);
		at = end;
	}
	if (!size || !parts.some((part) => /VP8[ L]/.test(nameAt(part, 0)))) return null;
	const body = joinBytes(parts);
	const head = new Uint8Array(HEAD);
	head.set(bytes.subarray(0, HEAD));
	viewOf(head).setUint32(4, body.length + 4, true);
	return { ...size, bytes: joinBytes([head, body]) };
}

function sizeOf(name: string, data: Uint8Array): { width: number; height: number } | null {
	const view = viewOf(data);
	if (name === 'VP8X' && data.length >= 10) {
		const three = (at: number) => view.getUint16(at, true) + (data[at + 2]! << 16) + 1;
		return { width: three(4), height: three(7) };
	}
	if (name === 'VP8 ' && data.length >= 10) {
		const isKey = data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a;
		const [width, height] = [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
		return isKey && width > 0 && height > 0 ? { width, height } : null;
	}
	if (name === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
		const bits = view.getUint32(1, true);
		return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
	}
	return null;
}
