import { z } from 'zod';

/**
 * Every error that reaches a person or a program: the code for programs, the text for people, the HTTP status where
 * it leaves over REST. docs/errors.md and the client's texts are held equal to this table by a test.
 */
export const ERRORS = {
  'bad-message': {
    status: 400,
    zh: '消息格式不正确，请刷新页面后重试。',
    en: 'The message is malformed. Reload the page and try again.',
  },
  'bad-request': {
    status: 400,
    zh: '提交的内容有误，请检查后重试。',
    en: 'Something in the form is not valid. Check it and try again.',
  },
  'too-large': {
    status: 413,
    zh: '内容太长，请缩短后重发。',
    en: 'This is too long. Shorten it and send it again.',
  },
  'empty-reply': { status: 400, zh: '不能发送空消息。', en: 'An empty message cannot be sent.' },
  'unknown-event': {
    status: 400,
    zh: '服务器不认识这个请求，请刷新页面。',
    en: 'The server does not know this request. Reload the page.',
  },
  'old-protocol': {
    status: 409,
    zh: '页面版本与服务器不一致，请刷新页面。',
    en: 'This page is older or newer than the server. Reload it.',
  },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  'wrong-password': { status: 401, zh: '用户名或密码不正确。', en: 'The name or the password is wrong.' },
  'not-allowed': { status: 403, zh: '你的角色没有这个权限。', en: 'Your role does not allow this.' },
  'bad-csrf': {
    status: 403,
    zh: '页面已过期，请刷新后重试。',
    en: 'This page has expired. Reload it and try again.',
  },
  'foreign-origin': {
    status: 403,
    zh: '请求来自其他网址，已被拒绝。如果经过代理访问，请管理员设置 KEFU_ORIGIN。',
    en: 'The request comes from another site and is refused. Behind a proxy, the administrator must set KEFU_ORIGIN.',
  },
  'guests-off': {
    status: 403,
    zh: '这里没有开放游客练习，请登录。',
    en: 'Guests are not admitted here. Sign in.',
  },
  'setup-done': {
    status: 409,
    zh: '管理员已经创建过了，请直接登录。',
    en: 'The administrator exists already. Sign in.',
  },
  'name-taken': {
    status: 409,
    zh: '这个用户名已被使用，请换一个。',
    en: 'This name is taken. Choose another.',
  },
  'invitation-over': {
    status: 404,
    zh: '邀请链接无效或已过期，请向老师要一个新的。',
    en: 'This invitation is not valid or has expired. Ask for a new one.',
  },
  'last-admin': {
    status: 409,
    zh: '至少要保留一位管理员。',
    en: 'There must be at least one administrator left.',
  },
  'not-found': { status: 404, zh: '没有找到你要的内容。', en: 'There is nothing at this address.' },
  'unknown-rehearsal': {
    status: 404,
    zh: '没有这场陪练，或者它不属于你。',
    en: 'There is no such rehearsal, or it is not yours.',
  },
  'unknown-exercise': {
    status: 404,
    zh: '没有这个剧本或客户画像。',
    en: 'There is no such script or persona.',
  },
  'script-broken': {
    status: 409,
    zh: '这个剧本有错误，暂时不能练习。',
    en: 'This script has errors and cannot be practised now.',
  },
  'rehearsal-over': { status: 409, zh: '这场陪练已经结束。', en: 'This rehearsal is over.' },
  'rehearsal-abandoned': {
    status: 409,
    zh: '这场陪练已中止，没有成绩，请重新开始一场。',
    en: 'This rehearsal was broken off and has no score. Start a new one.',
  },
  'still-running': {
    status: 409,
    zh: '陪练还没有结束，结束后才能查看。',
    en: 'The rehearsal is still running. This can be seen when it is over.',
  },
  'exam-taken': {
    status: 409,
    zh: '这场考试只有一次机会，你已经考过或正在考。',
    en: 'This exam can be taken once, and you have taken or begun it.',
  },
  'no-retake': {
    status: 409,
    zh: '只有已经结束、成绩有效的考试才能允许重考。',
    en: 'A retake can be granted for an exam that is over and still counts.',
  },
  'no-hints': { status: 409, zh: '考试中没有提示。', en: 'There are no hints in an exam.' },
  'too-many-phrases': {
    status: 409,
    zh: '常用语已满 200 条，请先删掉一些。',
    en: 'You keep 200 phrases already. Delete some first.',
  },
  'training-busy': {
    status: 409,
    zh: '识别模型正在训练，请等它完成。',
    en: 'A training is under way. Wait until it is done.',
  },
  'nothing-to-learn': {
    status: 409,
    zh: '上次训练之后没有新的标注，再训练也不会变。',
    en: 'Nothing was labelled since the last training, so another one would change nothing.',
  },
  'too-fast': {
    status: 429,
    zh: '操作太频繁，请稍等几秒再试。',
    en: 'Too many requests. Wait a few seconds and try again.',
  },
  'too-many-connections': {
    status: 429,
    zh: '你打开的窗口太多，请关掉一些再试。',
    en: 'Too many of your windows are open. Close some and try again.',
  },
  'storage-full': {
    status: 507,
    zh: '服务器磁盘已满，消息没有保存，请联系管理员后重发。',
    en: 'The disk is full and nothing was stored. Tell the administrator, then send again.',
  },
  'storage-busy': {
    status: 503,
    zh: '数据库正忙，消息没有保存，请稍后重发。',
    en: 'The database is busy and nothing was stored. Send again in a moment.',
  },
  internal: {
    status: 500,
    zh: '服务器出错了，内容没有保存，请稍后重试。',
    en: 'The server failed and nothing was stored. Try again later.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ErrorCode = keyof typeof ERRORS;
const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);
export const ERROR_CODES: readonly ErrorCode[] = Object.keys(ERRORS).filter(isErrorCode);
export const ErrorCodeSchema = z.enum(ERROR_CODES);
