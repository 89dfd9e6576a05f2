import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type ImageType, MOST_IMAGE_BYTES, MOST_IMAGE_PIXELS, MOST_IMAGE_SIDE } from './image-limits.ts';
import type { Cleaned, Picture } from './image-bytes.ts';
import { cleanJpeg } from './image-jpeg.ts';
import { cleanPng } from './image-png.ts';
import { cleanWebp } from './image-webp.ts';

/** A picture as it is stored: what camera, when and where has been taken out. */
export interface CleanImage extends Picture {
	readonly mime: ImageType;
}

const starts = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);

const FORMATS: readonly {
	mime: ImageType;
	is: (bytes: Uint8Array) => boolean;
	clean: (bytes: Uint8Array) => Cleaned;
}[] = [
	{ mime: 'image/png', is: (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), clean: cleanPng },
	{ mime: 'image/jpeg', is: (bytes) => starts(bytes, 0xff, 0xd8, 0xff), clean: cleanJpeg },
	{
		mime: 'image/webp',
		is: (bytes) => starts(bytes, 0x52, 0x49, 0x46, 0x46) && starts(bytes.subarray(8), 0x57, 0x45, 0x42, 0x50),
		clean: cleanWebp
	}
];

/**
 * Reads a picture by its bytes, never by its name: PNG, JPEG or WebP, with real dimensions, of at most 2 MB and 24 megapixels.
 * Everything that is no picture – EXIF with place, time and camera, comments, profiles, whatever hangs behind its end – is
 * left out; of EXIF only the turn is kept, so that it still stands upright. What moves, and drawings as SVG, are refused.
 */
export function readImage(bytes: Uint8Array): Result<CleanImage> {
	if (bytes.length > MOST_IMAGE_BYTES) return refuse('too-large', '图片超过 2 MB；缩小后再传。');
	const format = FORMATS.find(({ is }) => is(bytes));
	if (!format) return refuse('no-image', '这不是 PNG、JPEG 或 WebP 图片；别的格式请先另存。');
	const clean = format.clean(bytes);
	if (clean === null) return refuse('broken', '图片打不开，可能没有传完整或者已经损坏。');
	if (clean === 'animated') return refuse('animated', '动图不能用；请截取其中一帧。');
	const { width, height } = clean;
	if (Math.max(width, height) > MOST_IMAGE_SIDE || width * height > MOST_IMAGE_PIXELS) {
		return refuse(
			'too-wide',
			`图片有 ${width}×${height} 像素，超过 ${MOST_IMAGE_SIDE} 像素或 2400 万像素；缩小后再传。`
		);
	}
	return ok({ mime: format.mime, ...clean });
}
