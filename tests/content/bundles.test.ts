import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import { balanceOf } from '#lib/arena/domain/bundle/balance.ts';
import type { Bundle, BundleFile } from '#lib/arena/domain/bundle/bundle.ts';
import { type BundleReader, bundleFor } from '#lib/arena/domain/bundle/bundle-view.ts';
import { roundsOf } from '#lib/arena/domain/rehearsal/rehearsal.ts';
import { askRound } from '#lib/arena/domain/rehearsal/show-round.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';

const { content } = readContent(projectRoot());
const bundles = content.bundles;
const whole = ({ id, title, body }: BundleFile): Bundle => ({ ...body, id, title, version: 1 });

/** Every text of a bundle that tells more than the file does. */
const secretsOf = ({
	defects,
	issues,
	arguments: lines,
	witnesses,
	odds,
	verdict,
	teams,
	exhibits,
	...one
}: Bundle) => [
	...[one.complaintHtml, one.answerHtml],
	...defects.map(({ what }) => what),
	...issues.flatMap(({ note, question }) => [note, question]),
	...lines.flatMap(({ line, met, replies }) => [line, met.line, ...replies.map(({ why }) => why)]),
	...witnesses.flatMap(({ knows, holdsBack, manner }) => [...knows, ...holdsBack, manner]),
	...exhibits.flatMap(({ notes }) => Object.values(notes)),
	...[odds.why, verdict.why, teams.good, teams.fair, teams.weak]
];

test('there are six, and together the fight is spread over all five areas', () => {
	expect(bundles.length).toBeGreaterThanOrEqual(6);
	const balance = balanceOf(bundles.map(({ body }) => body));
	const lines = balance.reduce((sum, one) => sum + one.arguments, 0);
	for (const { area, issues, arguments: own } of balance) {
		expect(issues, area).toBeGreaterThanOrEqual(3);
		// Neither forgotten nor the whole of it.
		expect(own / lines, area).toBeGreaterThan(0.1);
		expect(own / lines, area).toBeLessThan(0.35);
	}
});

test('neither side is meant to win them all', () => {
	const odds = bundles.map(({ body }) => body.odds.plaintiff);
	expect(Math.min(...odds)).toBeLessThan(50);
	expect(Math.max(...odds)).toBeGreaterThan(50);
	expect(new Set(bundles.map(({ body }) => body.verdict.kind)).size).toBeGreaterThanOrEqual(4);
});

describe.each(bundles.map((file) => [file.id, whole(file)] as const))('%s', (_, bundle) => {
	test('nothing hidden reaches a party or the public', () => {
		const readers: BundleReader[] = [
			{ kind: 'public' },
			{ kind: 'party', side: 'plaintiff' },
			{ kind: 'party', side: 'defendant' }
		];
		const secrets = secretsOf(bundle);
		expect(secrets.length).toBeGreaterThan(80);
		for (const reader of readers) {
			const text = JSON.stringify(bundleFor(bundle, reader));
			expect(secrets.filter((one) => text.includes(JSON.stringify(one).slice(1, -1)))).toEqual([]);
		}
	});

	test('a round that is asked gives no reason and no model line away', () => {
		for (const side of ['plaintiff', 'defendant'] as const) {
			for (const stage of ['proof', 'debate'] as const) {
				const rounds = roundsOf(bundle, { side, stage });
				expect(rounds.length).toBeGreaterThanOrEqual(2);
				for (const round of rounds) {
					const text = JSON.stringify(askRound(round, { bundle, law: [], rounds, seed: 1 }));
					const told = [round.met.line, ...round.replies.map(({ why }) => why)];
					expect(told.filter((one) => text.includes(one))).toEqual([]);
				}
			}
		}
	});

	test('the other side cannot be met by always pointing to the same exhibit or article', () => {
		for (const by of ['plaintiff', 'defendant'] as const) {
			const own = bundle.arguments.filter((one) => one.by === by);
			for (const pick of ['exhibits', 'law'] as const) {
				const keys = pick === 'exhibits' ? bundle.exhibits.map(({ id }) => id) : bundle.lawPack.map(({ key }) => key);
				const most = Math.max(...keys.map((key) => own.filter(({ met }) => met[pick].includes(key)).length));
				expect(most / own.length, `${by} ${pick}`).toBeLessThan(0.75);
			}
		}
	});
});
