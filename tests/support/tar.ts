import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';

/** A `.tar.gz` with these files, in this order. */
export async function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
	const entries = Object.entries(files).map(([name, content]) => {
		const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		return { header: { name, size: body.byteLength, type: 'file' as const }, body };
	});
	return gzipSync(await packTar(entries));
}
