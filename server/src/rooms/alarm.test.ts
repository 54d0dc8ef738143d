import { expect, test } from 'vitest';
import { ManualClock } from '../testing/manual-clock';
import { Alarm } from './alarm';

function alarmOn(clock: ManualClock) {
  const rung: string[] = [];
  return { rung, alarm: new Alarm(clock, (id) => rung.push(`${id}@${clock.now()}`)) };
}

test('every id rings once, in the order of the times and at its own', async () => {
  const clock = new ManualClock();
  const { alarm, rung } = alarmOn(clock);
  // 37 and 101 have no common divisor, so the times come in a wild order.
  const times = Array.from({ length: 100 }, (_, index) => (index * 37) % 101);
  for (const time of times) alarm.set(`r${time}`, time);
  await clock.advance(200);
  expect(rung).toEqual(times.toSorted((a, b) => a - b).map((time) => `r${time}@${time}`));
});

test('an id that is set again rings at its new time only, earlier or later', async () => {
  const clock = new ManualClock();
  const { alarm, rung } = alarmOn(clock);
  alarm.set('later', 10);
  alarm.set('later', 30);
  alarm.set('earlier', 50);
  alarm.set('earlier', 20);
  await clock.advance(100);
  expect(rung).toEqual(['earlier@20', 'later@30']);
});

test('a cleared id does not ring, and a stopped alarm is silent', async () => {
  const clock = new ManualClock();
  const { alarm, rung } = alarmOn(clock);
  alarm.set('cleared', 10);
  alarm.set('kept', 20);
  alarm.clear('cleared');
  await clock.advance(20);
  alarm.set('stopped', 30);
  alarm.stop();
  await clock.advance(20);
  expect(rung).toEqual(['kept@20']);
});

test('ringing may set the next time of the same id', async () => {
  const clock = new ManualClock();
  const rung: number[] = [];
  const alarm: Alarm = new Alarm(clock, (id) => {
    rung.push(clock.now());
    if (rung.length < 3) alarm.set(id, clock.now() + 5);
  });
  alarm.set('again', 5);
  await clock.advance(100);
  expect(rung).toEqual([5, 10, 15]);
});

test('what is set for a time that has come rings at once, and once', async () => {
  const clock = new ManualClock();
  const { alarm, rung } = alarmOn(clock);
  await clock.advance(10);
  alarm.set('late', 20);
  alarm.set('late', 5);
  expect(rung).toEqual(['late@10']);
  await clock.advance(20);
  expect(rung).toEqual(['late@10']);
});
