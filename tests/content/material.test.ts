import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import { POLARITIES } from '#lib/cases/domain/case.ts';
import { ITEM_TYPES, type Task } from '#lib/drills/domain/item.ts';
import { DRILL_KINDS } from '#lib/drills/domain/kinds.ts';
import { ask } from '#lib/drills/domain/present.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import { isInForce } from '#lib/law/domain/in-force.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';

const { content, faults } = readContent(projectRoot());
const { laws, items, cases } = content;
const checkpoints = cases.flatMap(({ id, body }) =>
	body.blocks.flatMap((block) => (block.kind === 'checkpoint' ? [{ ...block, at: `${id}/${block.id}` }] : []))
);
const countOf = <T>(list: readonly T[], isMeant: (one: T) => boolean) => list.filter(isMeant).length;
const plain = (html: string) => html.replace(/<[^>]*>/g, '').trim();

test('every file under content/ is sound', () => {
	expect(faults.map(({ file, line, field, message }) => `${file}:${line}:${field}: ${message}`)).toEqual([]);
});

describe('laws', () => {
	test('the 24 laws in 26 versions with gists, and two with nothing but title and dates', () => {
		const versions = laws.flatMap((law) => law.versions.map((version) => ({ ...version, law: law.id })));
		expect(laws).toHaveLength(26);
		expect(countOf(versions, ({ text }) => text === 'gist')).toBe(26);
		const missing = versions.filter(({ text }) => text === 'missing');
		expect(missing.map(({ law }) => law).sort()).toEqual(['hazardous-chemicals-law', 'order-18-penalty-measures']);
		for (const { law } of missing) expect(laws.find(({ id }) => id === law)?.articles).toEqual([]);
	});

	test('a date in force that nobody knows is explained, never guessed', () => {
		const unexplained = laws.flatMap(({ id, versions }) =>
			versions.filter((one) => one.inForceFrom === null && !one.note).map((one) => `${id} ${one.id}`)
		);
		expect(unexplained).toEqual([]);
	});

	test('no article beyond the last one of its version', () => {
		const beyond = laws.flatMap(({ id, versions, articles }) =>
			articles.flatMap(({ article, versions: checked }) => {
				const last = Math.max(...versions.map((one) => (checked.includes(one.id) ? (one.articles ?? 999) : 0)));
				return parseInt(article) > last ? [`${id} ${article}`] : [];
			})
		);
		expect(beyond).toEqual([]);
	});
});

describe('drill items', () => {
	test('at least 80, of every kind at least 12, of every type some', () => {
		expect(items.length).toBeGreaterThanOrEqual(80);
		for (const kind of Object.keys(DRILL_KINDS)) {
			expect([kind, countOf(items, (item) => item.kind === kind) >= 12]).toEqual([kind, true]);
		}
		for (const type of Object.keys(ITEM_TYPES)) {
			expect([type, countOf(items, ({ body }) => body.task.type === type) >= 3]).toEqual([type, true]);
		}
	});

	test('stem, explanation and title have the length of the format', () => {
		const odd = items.flatMap(({ id, title, body }) => {
			const lengths = [[...title].length, plain(body.stem).length, plain(body.explanation).length] as const;
			const isOdd = lengths[0] > 20 || lengths[1] < 30 || lengths[1] > 260 || lengths[2] < 40 || lengths[2] > 320;
			return isOdd ? [`${id}: ${lengths.join(', ')}`] : [];
		});
		expect(odd).toEqual([]);
	});

	test('no two stems are the same', () => {
		expect(new Set(items.map(({ body }) => body.stem)).size).toBe(items.length);
	});

	test('at most a tenth asks which of the following statements is right', () => {
		const lazy = items.filter(({ body }) => body.stem.includes('下列说法')).map(({ id }) => id);
		expect(lazy.length, lazy.join()).toBeLessThanOrEqual(items.length / 10);
	});

	test('right answers to single questions do not gather on one letter', () => {
		const singles = items.flatMap(({ body: { task } }) => (task.type === 'single' ? [task] : []));
		const letters = singles.map(({ options }) => options.find(({ correct }) => correct)!.key);
		for (const letter of new Set(letters)) {
			expect([letter, countOf(letters, (one) => one === letter) < singles.length * 0.6]).toEqual([letter, true]);
		}
	});
});

describe('cases', () => {
	test('at least six, of all three polarities', () => {
		expect(cases.length).toBeGreaterThanOrEqual(6);
		expect([...new Set(cases.map(({ polarity }) => polarity))].sort()).toEqual(Object.keys(POLARITIES).sort());
	});

	test('each has a timeline in order and a question inside, not at its end', () => {
		for (const { id, body } of cases) {
			const times = body.timeline.map(({ at }) => at);
			expect([id, times]).toEqual([id, [...times].sort()]);
			expect([id, countOf(body.blocks, ({ kind }) => kind === 'checkpoint') > 0]).toEqual([id, true]);
			expect([id, body.blocks.at(-1)?.kind]).toEqual([id, 'html']);
		}
	});
});

describe('all that is asked', () => {
	const tasks = [...items.map(({ id, body }) => ({ at: id, task: body.task })), ...checkpoints];
	const reasonsOf = (task: Task) => ('options' in task ? task.options : task.traps).map(({ reason }) => reason);

	test('every option and every trap says why', () => {
		const silent = tasks.filter(({ task }) => reasonsOf(task).some((reason) => [...reason].length < 6));
		expect(silent.map(({ at }) => at)).toEqual([]);
		const untrapped = tasks.filter(({ task }) => reasonsOf(task).length === 0);
		expect(untrapped.map(({ at }) => at)).toEqual([]);
	});

	test('no reason leaves the server with the question', () => {
		const leaking = tasks.filter(({ at, task }) => {
			const sent = JSON.stringify(ask(task, at));
			return /"(correct|reason|accepted|traps)"/.test(sent) || reasonsOf(task).some((reason) => sent.includes(reason));
		});
		expect(leaking.map(({ at }) => at)).toEqual([]);
	});
});

describe('citations', () => {
	const isGistKnown = ({ law: id, article, version }: ResolvedCitation, on: string) => {
		const law = laws.find((one) => one.id === id);
		const cited = law?.versions.find((one) => one.id === version);
		const gists = law?.articles.filter((one) => one.article === article && one.versions.includes(version)) ?? [];
		return cited !== undefined && isInForce({ ...cited, version }, on) && gists.length === 1;
	};
	const pieces = [
		...items.map(({ id, body }) => ({ id, asOf: body.asOf, citations: body.citations })),
		...cases.map(({ id, asOf, citations }) => ({ id, asOf, citations }))
	];

	test('every piece cites, and every citation means a version in force on its day whose gist we have', () => {
		const unresolved = pieces.flatMap(({ id, asOf, citations }) =>
			citations.length === 0
				? [id]
				: citations.filter((one) => !isGistKnown(one, asOf)).map((one) => `${id}: ${one.law}`)
		);
		expect(unresolved).toEqual([]);
	});

	test('every question of a case cites too', () => {
		expect(checkpoints.filter(({ notes }) => notes.length === 0).map(({ at }) => at)).toEqual([]);
	});
});

test('author and reviewers are different people, and both reviews are there', () => {
	const bodies = [...items, ...cases].map(({ id, body }) => ({ id, ...body }));
	const wrong = bodies.filter(({ author, internalReview, legalReview }) => {
		const people = [author, internalReview?.by, legalReview?.by];
		return people.includes(undefined) || new Set(people).size !== 3;
	});
	expect(wrong.map(({ id }) => id)).toEqual([]);
});
