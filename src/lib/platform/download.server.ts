/** A file that the browser keeps instead of showing. The plain name is for programs that read no other. */
export function download(name: string, content: Uint8Array<ArrayBuffer> | string, type: string): Response {
	const ending = /\.\w+$/.exec(name)?.[0] ?? '';
	const disposition = `attachment; filename="file${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`;
	return new Response(content, { headers: { 'content-type': type, 'content-disposition': disposition } });
}
