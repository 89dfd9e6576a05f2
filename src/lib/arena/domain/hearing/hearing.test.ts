import { expect, test } from 'vitest';
import { atStage } from '../../../../../tests/support/hearing.ts';
import { replay } from './decide.ts';

test('a short hearing runs from the opening to the result, and its log tells it again', () => {
	const telling = atStage('S15');
	telling.do('organiser', 'publish', { digest: 'x', winner: 'plaintiff', text: '攻擂方胜' });
	expect(telling.hearing.course.published).toMatchObject({ winner: 'plaintiff' });
	expect(replay(telling.events)).toEqual(telling.hearing);
	expect(telling.outcome('presiding-1', 'warn', { seatId: 'plaintiff-1', reason: 'x' })).toBe('over');
});
