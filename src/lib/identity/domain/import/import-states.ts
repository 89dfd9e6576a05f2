export const IMPORT_STATES = { draft: '待确认', done: '已导入', undone: '已撤销' } as const;
export const IMPORT_SOURCES = { web: '网页', command: '命令行' } as const;
