const SYSTEMS: readonly [RegExp, string][] = [
	[/HarmonyOS/i, '鸿蒙'],
	[/Android/i, 'Android'],
	[/iPhone|iPad/i, 'iOS'],
	[/Windows/i, 'Windows'],
	[/Mac OS/i, 'macOS'],
	[/Linux/i, 'Linux']
];
const BROWSERS: readonly [RegExp, string][] = [
	[/MicroMessenger/i, '微信'],
	[/Edg\//, 'Edge'],
	[/Firefox\//, 'Firefox'],
	[/Chrome\//, 'Chrome'],
	[/Safari\//, 'Safari']
];

/** `Windows · Edge`: enough to recognise one's own device in the list of sessions, and nothing more is kept. */
export function describeDevice(agent: string | null): string {
	const find = (table: readonly [RegExp, string][]) => table.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
	return [find(SYSTEMS), find(BROWSERS)].filter(Boolean).join(' · ') || '未知设备';
}
