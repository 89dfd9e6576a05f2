import { createHash } from 'node:crypto';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { readImage } from '../../domain/image.ts';
import type { ImageType } from '../../domain/image-limits.ts';
import { insertImage, isShown, selectImage } from '../repository/images.server.ts';

export interface SentImage {
	readonly bytes: Uint8Array;
	/** What it shows, for those who cannot see it. */
	readonly alt: string;
}

const MOST_WORDS = 120;

/** Keeps a picture, stripped of everything that says where, when and with what it was taken. @returns the Markdown that shows it */
export async function uploadImage(
	ctx: Ctx,
	{ bytes, alt }: SentImage
): Promise<Result<{ digest: string; markdown: string }>> {
	const { db, now, actor } = authorisePerson(ctx, 'studio.writeManuscripts');
	const words = alt.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS);
	if (words === '') return refuse('no-words', '写明图片上是什么：看不见图的人靠这句话。', 'alt');
	const read = readImage(bytes);
	if (!read.ok) return read;
	const { mime, width, height } = read.value;
	const digest = createHash('sha256').update(read.value.bytes).digest('hex');
	const stored = { digest, bytes: Buffer.from(read.value.bytes), mime, width, height, alt: words };
	await insertImage(db, { ...stored, uploadedBy: actor.personId, uploadedAt: now });
	return ok({ digest, markdown: `![${words.replace(/[[\]\\]/g, ' ')}](image:${digest} "${width}×${height}")` });
}

export interface ServedImage {
	readonly mime: ImageType;
	readonly bytes: Buffer<ArrayBuffer>;
}

const DIGEST = /^[0-9a-f]{64}$/;

/** A picture of a published text, or of any text for those who write and review. */
export async function readCaseImage(ctx: Ctx, digest: string): Promise<ServedImage | null> {
	authorise(ctx, 'cases.readCases');
	const mayLook = ctx.actor !== null && mayRun(ctx.actor, 'studio.readManuscripts');
	return imageOf(ctx, digest, mayLook ? 'all' : 'inside');
}

/** A picture of a public case. Nobody needs to be signed in. */
export function readPublicImage(ctx: Ctx, digest: string): Promise<ServedImage | null> {
	return imageOf(ctx, digest, 'public');
}

async function imageOf({ db }: Ctx, digest: string, side: 'all' | 'inside' | 'public'): Promise<ServedImage | null> {
	if (!DIGEST.test(digest) || (side !== 'all' && !(await isShown(db, digest, side)))) return null;
	const row = await selectImage(db, digest);
	return row && { mime: row.mime as ImageType, bytes: row.bytes as Buffer<ArrayBuffer> };
}
