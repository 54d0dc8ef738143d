import type { Texts } from '../zh';

export const common: Pick<
  Texts,
  | 'app'
  | 'nav'
  | 'settings'
  | 'role'
  | 'stage'
  | 'level'
  | 'mode'
  | 'pace'
  | 'platform'
  | 'group'
  | 'ending'
  | 'table'
  | 'keys'
  | 'common'
> = {
  app: {
    name: 'Kefu Dojo',
    line: 'Customer-service rehearsal',
    skip: 'Skip to content',
    nav: 'Main navigation',
  },
  nav: {
    library: 'Library',
    rehearsals: 'Rehearsals',
    allRehearsals: 'Rehearsals',
    teaching: 'Recognise',
    progress: 'My progress',
    groups: 'Groups',
    users: 'Users',
    account: 'Account',
  },
  settings: {
    theme: 'Colours',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
  },
  role: { guest: 'Guest', trainee: 'Trainee', trainer: 'Trainer', coach: 'Coach', admin: 'Administrator' },
  stage: { 'pre-sale': 'Pre-sale', 'in-sale': 'In-sale', 'after-sale': 'After-sale' },
  level: { novice: 'Novice', advanced: 'Advanced' },
  mode: { practice: 'Practice', exam: 'Exam' },
  pace: { '1': 'Standard time', '1.5': 'Time ×1.5', '2': 'Time ×2', '0': 'Untimed' },
  platform: {
    taobao: 'Taobao',
    tmall: 'Tmall',
    jd: 'JD',
    pdd: 'Pinduoduo',
    douyin: 'Douyin',
    weibo: 'Weibo',
    phone: 'Hotline',
  },
  group: { new: 'New', regular: 'Regular', vip: 'VIP', complaint: 'Complaint', potential: 'Prospect' },
  ending: {
    delighted: 'Delighted',
    solved: 'Solved',
    grudging: 'Grudging',
    lost: 'Lost',
    'bad-review': 'Bad review',
    complaint: 'Complaint',
    'red-line': 'Red line',
  },
  table: {
    total: '{{count}} in all',
    sofar: 'the latest {{count}}',
    page: 'Page {{page}} of {{pages}}',
    previous: 'Previous page',
    next: 'Next page',
  },
  keys: {
    title: 'Keyboard shortcuts',
    on: 'Single keys do things',
    onHint: 'Turn this off when you use a screen reader or speak your input; Tab and Space always work.',
  },
  common: {
    loading: 'Loading…',
    retry: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    back: 'Back',
    unreachable: 'The server cannot be reached. Check the network and try again.',
    badAnswer: 'The answer of the server makes no sense here. This page may be old: reload it.',
    notFound: 'Nothing is here',
    notFoundHint: 'The address may be mistyped, or the content has moved.',
    toLibrary: 'To the library',
    toReport: 'See the report',
    toReplay: 'Replay',
  },
};
