/** A soft bell from the browser's own sound; where no sound may be made, the clock says it in words all the same. */
let sound: AudioContext | null = null;

export function ringBell(): void {
	if (typeof AudioContext === 'undefined') return;
	sound ??= new AudioContext();
	if (sound.state !== 'running') return;
	const tone = sound.createOscillator();
	const loudness = sound.createGain();
	const begin = sound.currentTime;
	tone.frequency.value = 880;
	loudness.gain.setValueAtTime(0.15, begin);
	loudness.gain.exponentialRampToValueAtTime(0.001, begin + 1.2);
	tone.connect(loudness).connect(sound.destination);
	tone.start(begin);
	tone.stop(begin + 1.2);
}

/** Browsers let a page sound only after somebody has touched it. */
export function allowBell(): void {
	if (typeof AudioContext === 'undefined') return;
	sound ??= new AudioContext();
	void sound.resume();
}
