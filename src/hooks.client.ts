import type { HandleClientError } from '@sveltejs/kit';

export const handleError: HandleClientError = ({ status }) =>
	status === 404 ? { message: '没有这个页面。' } : { message: '页面出错了，已填写的内容还在，请刷新后重试。' };
