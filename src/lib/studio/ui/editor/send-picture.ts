import type { Posted } from '#lib/kit/posted.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { MOST_IMAGE_BYTES } from '../../domain/image-limits.ts';

/** Uploads a picture. @returns the Markdown that shows it */
export async function sendPicture(address: string, file: File, alt: string): Promise<Result<string>> {
	if (file.size > MOST_IMAGE_BYTES) {
		return refuse('too-large', `图片有 ${(file.size / 1024 / 1024).toFixed(1)} MB，超过 2 MB；缩小后再传。`);
	}
	const body = new FormData();
	body.set('file', file);
	body.set('alt', alt);
	try {
		const response = await fetch(address, { method: 'POST', headers: { accept: 'application/json' }, body });
		const { data, fault } = (await response.json()) as Posted<{ markdown: string }>;
		return data ? ok(data.markdown) : refuse('refused', fault ?? '图片没有传上去。');
	} catch {
		return refuse('lost', '连不上服务器，图片没有传上去；文字不受影响，联网后再传。');
	}
}
