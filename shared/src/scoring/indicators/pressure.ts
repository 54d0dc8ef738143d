import { everyTime, firstTime, type Record } from '../record';
import type { Evidence } from '../scorecard';
import { actEvidence, both, entryEvidence, faults, type MeasureFunction } from './measured';

/** R49, R50: no hard selling; asking for the order twice without an answer between is pressing. */
export const noPressure: MeasureFunction = (record) => {
  const pushy = record.acts
    .filter(({ act }) => act === 'pushy')
    .map((hit) => actEvidence(hit, 'lost', both('给客户压迫感', 'Presses the customer')));
  return faults(record, [...pushy, ...(urgency(record) ?? repeatedUrging(record))], 40, both('没有', 'none'));
};

/** A reminder and one true time limit are fine; more is pressing. */
const repeatedUrging = ({ acts }: Record): Evidence[] =>
  acts
    .filter(({ act }) => act === 'urge')
    .slice(2)
    .map((hit) => actEvidence(hit, 'lost', both('重复催单', 'Urges again')));

/** R50, where the case says what urgency there is: the reason is asked for first, urgency is named once, and it is true. */
function urgency(record: Record): Evidence[] | undefined {
  const { urgency } = record.facts.script.assessment;
  if (!urgency) return undefined;
  const asked = firstTime(record, urgency.reason)?.seq ?? Number.POSITIVE_INFINITY;
  const stated = everyTime(record, urgency.statement);
  const lost = (places: readonly { seq: number }[], zh: string, en: string) =>
    places.map((place) => entryEvidence(place, 'lost', both(zh, en)));
  return [
    ...lost(
      stated.slice(0, 1).filter(({ seq }) => seq < asked),
      '没问原因就催',
      'Urges before asking for the reason',
    ),
    ...lost(stated.slice(1), '又一次强调紧迫', 'Names the urgency again'),
    ...(urgency.untrue ? lost(everyTime(record, urgency.untrue), '虚构紧迫', 'The urgency is not true') : []),
  ];
}
