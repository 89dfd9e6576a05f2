import { encode } from 'uqr';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { formatCode } from '#lib/ranking/domain/awards/verification-code.ts';
import { readCertificate } from '#lib/ranking/server/use-cases/award-read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const certificate = orNotFound(await readCertificate(ctx, params.id, params.nominee));
		const address = `${url.origin}/public/check/${certificate.code}`;
		const { data, size } = encode(address, { ecc: 'M', border: 4 });
		const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
		return {
			id: params.id,
			certificate,
			address,
			code: formatCode(certificate.code),
			qr: { size, path: dark.join('') }
		};
	});
