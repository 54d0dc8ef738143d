import type { Texts } from '../zh';

export const progress: Pick<Texts, 'progress' | 'journal'> = {
  progress: {
    title: 'My progress',
    none: 'No results yet',
    noneHint: 'After the first finished rehearsal your scores and weak points stand here.',
    course: 'Scores over time',
    courseHint:
      '{{count}} finished rehearsals; a point opens its report, square ones are exams, the broken line is the pass mark',
    show: 'Show',
    total: 'Total',
    point: '{{title}}, {{when}}, {{points}} points',
    dimensions: 'Dimensions',
    dimensionsHint: 'Mean of the 5 newest, and the change against the 5 before them',
    before: 'Mean of the 5 before: {{points}}',
    weak: 'Weak points',
    weakHint: 'The indicators that cost most lately, and the scripts that train them',
    noWeak: 'Nothing is weak. Keep it up.',
    weakOf: '{{dimension}} · mean of the last {{count}}: {{points}}',
    train: 'Practise:',
  },
  journal: {
    title: 'Work log',
    hint: 'Only you can read it; what you note at the desk and afterwards appears here as well',
    write: 'A problem, a wish of a customer, or what you have learnt',
    add: 'Add',
    search: 'Find in the log',
    none: 'Nothing written yet.',
    noneFound: 'Nothing found.',
    change: 'Change',
    remove: 'Remove',
    fromDesk: 'Note from the desk: {{title}}',
    fromAfter: 'Written afterwards: {{title}}',
  },
};
