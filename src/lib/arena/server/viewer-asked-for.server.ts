import type { Viewer } from '../domain/hearing/event.ts';

/** `?as=room` for a screen on the wall: whoever sees the room sees it without what one bench keeps to itself. */
export function viewerAskedFor(url: URL, viewer: Viewer): Viewer {
	const mayBeRoom = viewer !== 'public' && viewer !== 'waiting';
	return mayBeRoom && url.searchParams.get('as') === 'room' ? 'room' : viewer;
}
