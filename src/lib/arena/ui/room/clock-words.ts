import type { Clock } from '../../domain/hearing/clock.ts';

const SECOND_MS = 1000;

/** `4:05`; beyond the time `+0:12`; without a limit what has been used. */
export function clockFigure(clock: Clock): string {
	const ms = clock.leftMs ?? clock.usedMs;
	const seconds = ms < 0 ? Math.ceil(-ms / SECOND_MS) : Math.ceil(ms / SECOND_MS);
	const figure = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	return ms < 0 ? `+${figure}` : figure;
}

/** What the figure is, in words: never by colour alone. */
export function clockWord(clock: Clock, isPaused: boolean): string {
	if (clock.isOver) return '超时';
	if (isPaused) return '暂停';
	if (clock.leftMs === null) return clock.isRunning ? '计时' : '已用';
	if (clock.isWarning) return '即将到时';
	return clock.isRunning ? '剩余' : '停表';
}
