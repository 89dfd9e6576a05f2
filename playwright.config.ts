import { defineConfig } from '@playwright/test';
import { findChromium, LAUNCH_FLAGS } from './tests/support/chromium.mjs';
import type { StoryOptions } from './tests/support/e2e.ts';

// Workers load this file too and inherit the answer.
process.env.CHROMIUM_PATH ??= await findChromium();

export default defineConfig<StoryOptions>({
	testDir: 'tests/e2e',
	testMatch: '**/*.story.ts',
	outputDir: 'test-results',
	globalSetup: './tests/support/e2e-setup.ts',
	workers: 2,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	// The file of the second is named by PLAYWRIGHT_JSON_OUTPUT_FILE.
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : [['line']],
	use: {
		browserName: 'chromium',
		headless: true,
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		viewport: { width: 1280, height: 800 },
		// A step that cannot be done says so soon, whatever the story allows itself as a whole.
		actionTimeout: 15_000,
		screenshot: 'only-on-failure',
		launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: LAUNCH_FLAGS }
	}
});
