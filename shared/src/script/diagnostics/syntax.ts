import type { Diagnostic } from './diagnostic';

/** Largest file that is read, in characters; real scripts have about 20,000. */
export const MAX_LENGTH = 400_000;

/** Deepest nesting that is read; real scripts have about 12 levels. */
export const MAX_DEPTH = 40;

/** Faults of the YAML itself, before anything is known of what the file is to say. */
export const SYNTAX = {
  'file-too-large': {
    severity: 'error',
    zh: '文件太大，最多 {limit} 个字符',
    en: 'the file is too large, {limit} characters at most',
    hint: { zh: '一个文件只写一个剧本', en: 'write one script per file' },
    within: 'file',
    bad: `▶# ${'长'.repeat(MAX_LENGTH)}`,
    good: '# 短',
  },
  'file-empty': {
    severity: 'error',
    zh: '文件是空的',
    en: 'the file is empty',
    hint: {
      zh: '用 kefu new-script 生成一个可以改的剧本',
      en: 'kefu new-script writes a script that you can change',
    },
    within: 'file',
    bad: '▶',
    good: 'id: cup',
  },
  'not-utf-8': {
    severity: 'error',
    zh: '这里的字节不是 UTF-8 编码的文字',
    en: 'these bytes are no text in UTF-8',
    hint: {
      zh: '在编辑器里选“另存为”，编码选 UTF-8（不要用 GBK 或 UTF-16）',
      en: 'save the file again with the encoding UTF-8 (not GBK or UTF-16)',
    },
    bad: 'source: ▶\uFFFD\uFFFD',
    good: 'source: 日常问题',
  },
  'yaml-tab': {
    severity: 'error',
    zh: '行首用了 Tab，YAML 只能用空格缩进',
    en: 'a tab at the start of a line; YAML is indented by spaces only',
    hint: {
      zh: '把这一行开头的 Tab 换成空格，和同一层的字段对齐',
      en: 'put spaces where the tab is, as many as the fields of its level have',
    },
    bad: 'customer:\n  name: 小明\n▶\tgroup: new',
    good: 'customer:\n  name: 小明\n  group: new',
  },
  'yaml-indent': {
    severity: 'error',
    zh: '缩进没有对齐：同一层的字段要从同一列开始',
    en: 'fields of one level must start at the same column',
    hint: {
      zh: '和上面同一层的字段对齐，多删少补空格',
      en: 'give it as many spaces as the fields of its level above',
    },
    bad: 'customer:\n  name: 小明\n ▶group: new',
    good: 'customer:\n  name: 小明\n  group: new',
  },
  'yaml-unclosed': {
    severity: 'error',
    zh: '前面的括号或引号没有写完',
    en: 'a bracket or quotation mark before this is not closed',
    hint: {
      zh: '从这里往上找，补上 }、] 或 "',
      en: 'look upwards from here for a missing }, ] or "',
    },
    bad: 'customer: { name: 小明, group: new\n▶tags: []',
    good: 'customer: { name: 小明, group: new }\ntags: []',
  },
  'missing-comma': {
    severity: 'error',
    zh: '两项之间少了逗号',
    en: 'a comma is missing between two items',
    bad: 'tags: ["尺码" ▶"颜色"]',
    good: 'tags: ["尺码", "颜色"]',
  },
  'fullwidth-colon': {
    severity: 'error',
    zh: '“{field}”后面是全角冒号',
    en: 'a full-width colon stands after “{field}”',
    hint: {
      zh: '字段名后面要用半角冒号加一个空格，例如 {field}: …',
      en: 'write a plain colon and a space: {field}: …',
    },
    bad: 'opens: customer\nheat▶：2',
    good: 'opens: customer\nheat: 2',
  },
  'no-space-after-colon': {
    severity: 'error',
    zh: '“{field}:”后面少了一个空格',
    en: 'a space is missing after “{field}:”',
    bad: 'opens: customer\nheat▶:2',
    good: 'opens: customer\nheat: 2',
  },
  'needs-quotes': {
    severity: 'error',
    zh: '这段文字的开头或其中的符号在 YAML 里另有含义',
    en: 'this text begins with or has a sign that means something else in YAML',
    hint: {
      zh: '用双引号把整段文字括起来，文字里的冒号用全角“：”',
      en: 'put the whole text between double quotes',
    },
    bad: 'source: ▶@常见问题',
    good: 'source: "@常见问题"',
  },
  'duplicate-field': {
    severity: 'error',
    zh: '“{field}”写了两次',
    en: '“{field}” is written twice',
    hint: { zh: '把两处合并，或者换一个名字', en: 'join the two, or rename one' },
    bad: 'opens: customer\n▶opens: agent',
    good: 'opens: customer',
  },
  'forbidden-field': {
    severity: 'error',
    zh: '不能用“{field}”作名字',
    en: '“{field}” cannot be used as a name',
    bad: 'facts:\n  ▶constructor: 工厂',
    good: 'facts:\n  factory: 工厂',
  },
  'several-documents': {
    severity: 'error',
    zh: '一个文件只能写一份内容，不能用 --- 分开',
    en: 'one file holds one document; --- cannot start another',
    within: 'file',
    bad: 'id: cup\n▶---\nid: mug',
    good: 'id: cup',
  },
  'unknown-tag': {
    severity: 'error',
    zh: '不能用“{tag}”这样的标记',
    en: 'tags such as “{tag}” are not allowed',
    hint: {
      zh: '如果是普通文字，用双引号括起来',
      en: 'if it is plain text, put it between double quotes',
    },
    bad: 'source: ▶!important 问题',
    good: 'source: "!important 问题"',
  },
  'unknown-alias': {
    severity: 'error',
    zh: '“*{name}”引用的内容（&{name}）在前面没有定义',
    en: '“*{name}” refers to nothing: there is no &{name} before it',
    hint: {
      zh: '以 * 开头的文字要用双引号括起来',
      en: 'a text that begins with * needs double quotes',
    },
    bad: 'source: ▶*常见问题',
    good: 'source: "*常见问题"',
  },
  'alias-loop': {
    severity: 'error',
    zh: '“*{name}”引用了它自己',
    en: '“*{name}” refers to itself',
    bad: 'tags: &all [尺码, ▶*all]',
    good: 'tags: &all [尺码]',
  },
  'too-many-aliases': {
    severity: 'error',
    zh: '引用（*名字）太多，展开后会大得读不了',
    en: 'too many aliases: the file would grow beyond measure',
    within: 'file',
    bad: `▶a: &a [x, x, x, x, x, x, x, x]\n${'bcdefg'.replaceAll(/./g, (name) => {
      const before = `*${String.fromCharCode(name.charCodeAt(0) - 1)}`;
      return `${name}: &${name} [${Array(8).fill(before).join(', ')}]\n`;
    })}`,
    good: 'tags: [x]',
  },
  'too-deep': {
    severity: 'error',
    zh: '括号或缩进套得太深，最多 {limit} 层',
    en: 'nested too deeply, {limit} levels at most',
    bad: `tags: ${'['.repeat(MAX_DEPTH - 1)}▶[${']'.repeat(MAX_DEPTH)}`,
    good: 'tags: []',
  },
  'yaml-syntax': {
    severity: 'error',
    zh: 'YAML 写法有误：{detail}',
    en: 'this is not valid YAML: {detail}',
    bad: 'tags: [尺码, ▶, 颜色]',
    good: 'tags: [尺码, 颜色]',
  },
} as const satisfies Record<string, Diagnostic>;
