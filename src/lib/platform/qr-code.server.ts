import { encode } from 'uqr';

export interface QrCode {
	/** Modules on a side, with the quiet zone of four around them. */
	readonly size: number;
	/** The dark modules as the path of an SVG of that size. */
	readonly path: string;
}

/** A text as a QR code that stands some dirt (level M). */
export function drawQrCode(text: string): QrCode {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
	return { size, path: dark.join('') };
}
