import { expect, it } from 'vitest';
import { changeOf, goldenText, readGolden } from './golden';

const play = (persona: string, story: string[]) => ({ run: 'silent', persona, variant: 'default', story });
const plays = [
  play('rational', ['0 “beat.opening”', '1']),
  play('emotional', ['0 “beat.opening”', '1 4→5']),
  play('doubtful', ['0 “beat.opening”', '1 4→5']),
];

it('plays that come to the same stand together, and all are read again', () => {
  const text = goldenText(plays);
  expect(text).toContain('silent emotional default\nsilent doubtful default\n  0 “beat.opening”\n  1 4→5\n');
  const golden = readGolden(text);
  expect(plays.map((each) => changeOf(golden, each))).toEqual([undefined, undefined, undefined]);
});

it('of the plays of one variant the first is kept', () => {
  const text = goldenText([play('rational', ['0 a']), play('rational', ['0 b'])]);
  expect(readGolden(text).get('silent rational default')).toEqual(['0 a']);
});

it('a change is shown at its first line, also where the story has become shorter', () => {
  const golden = readGolden(goldenText(plays));
  expect(changeOf(golden, play('emotional', ['0 “beat.opening”', '1 4→6']))).toContain(
    '“1 4→6”，原来 / before “1 4→5”',
  );
  expect(changeOf(golden, play('emotional', ['0 “beat.opening”']))).toContain('“—”，原来 / before “1 4→5”');
});

it('a play that nobody looked at is named', () => {
  expect(changeOf(readGolden(goldenText(plays)), play('new', []))).toContain('kefu runs --write');
});
