/** One word for how grave a defect is. */
export const SEVERITY_WORDS = { fatal: '致命', major: '严重', minor: '瑕疵' } as const;
