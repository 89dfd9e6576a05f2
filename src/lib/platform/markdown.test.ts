import { describe, expect, it } from 'vitest';
import { imagesIn } from './markdown-images.server.ts';
import { render } from './markdown.server.ts';

const DIGEST = 'a'.repeat(64);
const htmlOf = (source: string) => render(source, '2026-01-01');

describe('pictures', () => {
	it('are shown where they are stored, with words, size and nothing else', () => {
		const { html, broken } = htmlOf(`![除尘器 1 号](image:${DIGEST} "800×600")`);
		expect(html.trim()).toBe(
			`<p><img src="/cases/images/${DIGEST}" alt="除尘器 1 号" width="800" height="600" loading="lazy"></p>`
		);
		expect(broken).toEqual([]);
		expect(htmlOf(`![图](image:${DIGEST})`).html).toContain(`alt="图" loading="lazy"`);
	});

	it.each([
		['without words', `![](image:${DIGEST})`],
		['with blanks for words', `![ ](image:${DIGEST})`],
		['from elsewhere', '![图](https://example.cn/a.png)'],
		['from our own addresses', '![图](/cases/images/x)'],
		['without a scheme', '![图](//example.cn/a.png)'],
		['as data', '![图](data:image/svg+xml,<svg/onload=alert(1)>)'],
		['by script', '![图](javascript:alert(1))'],
		['with another digest', `![图](image:${'A'.repeat(64)})`],
		['with more behind the digest', `![图](image:${DIGEST}/../../x)`],
		['as HTML', '<img src="https://example.cn/a.png" alt="图">'],
		['as HTML in a list', '- 一\n  <img src=x onerror=alert(1)>'],
		['with a set of sources', '<img srcset="https://example.cn/a.png 1x" alt="图">']
	])('%s are taken out and told', (_, source) => {
		const { html, broken } = htmlOf(`前${source}后`);
		expect(html).not.toContain('<img');
		expect(html).not.toMatch(/example|onerror|alert\(/);
		expect(broken.length).toBe(1);
	});

	it('as HTML keep only what we give them', () => {
		const { html } = htmlOf(
			`<img src="image:${DIGEST}" alt='x" onload="alert(1)' onerror="alert(1)" style="x" srcset="y" title="9×9">`
		);
		expect(html).toBe(
			`<img src="/cases/images/${DIGEST}" alt="x&#x22; onload=&#x22;alert(1)" width="9" height="9" loading="lazy">`
		);
	});

	it('are counted once by digest', () => {
		expect(imagesIn(`![a](image:${DIGEST}) ![b](image:${DIGEST}) image:${'b'.repeat(63)}`)).toEqual([DIGEST]);
	});
});
