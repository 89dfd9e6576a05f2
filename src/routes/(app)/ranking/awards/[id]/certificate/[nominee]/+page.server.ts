import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { drawQrCode } from '#lib/platform/qr-code.server.ts';
import { formatCode } from '#lib/ranking/domain/awards/verification-code.ts';
import { readCertificate } from '#lib/ranking/server/use-cases/award-read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const certificate = orNotFound(await readCertificate(ctx, params.id, params.nominee));
		const address = `${url.origin}/public/check/${certificate.code}`;
		return {
			id: params.id,
			certificate,
			address,
			code: formatCode(certificate.code),
			qr: drawQrCode(address)
		};
	});
