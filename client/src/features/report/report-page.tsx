import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { reportQuery } from '../../net/results';
import type { Place } from '../../transcript/marks';
import { Dimensions } from './dimensions';
import { Hidden } from './hidden';
import { Moments } from './moments';
import { MoodCurve } from './mood-curve';
import { Outcome } from './outcome';
import { Promises } from './promises';
import { ReplyTimes } from './reply-times';
import css from './report-page.module.css';
import { Structure } from './structure';
import { Summary } from './summary';
import { Transcript } from './transcript';

const route = getRouteApi('/inside/rehearsals/$id/report');

/** What a rehearsal was worth, and beside it the words that say why. */
export function ReportPage() {
  const { id } = route.useParams();
  const { data: report } = useSuspenseQuery(reportQuery(id));
  const [shown, setShown] = useState<{ place: Place; nth: number } | null>(null);
  // A second press on the same evidence leads there again.
  const from = useRef<Element | null>(null);
  const show = useCallback((place: Place) => {
    from.current = document.activeElement;
    setShown((before) => ({ place, nth: (before?.nth ?? 0) + 1 }));
  }, []);
  // Back to the evidence that led into the talk: on a phone it is far above.
  const back = useCallback(() => {
    if (!(from.current instanceof HTMLElement)) return;
    from.current.scrollIntoView({ block: 'center' });
    from.current.focus({ preventScroll: true });
    setShown(null);
  }, []);
  const { scorecard, debrief } = report;
  return (
    <div className={css.page}>
      <div className={css.score}>
        <Summary report={report} onShow={show} />
        <Moments report={report} onShow={show} />
        <Outcome outcome={scorecard.outcome} reasons={debrief.reasons} onShow={show} />
        <Dimensions dimensions={scorecard.dimensions} onShow={show} />
        <Promises promises={debrief.promises} onShow={show} />
        <Hidden hidden={scorecard.hidden} missed={debrief.missed} onShow={show} />
        <MoodCurve report={report} onShow={show} />
        <ReplyTimes times={scorecard.times} onShow={show} />
        <Structure debrief={debrief} onShow={show} />
      </div>
      <Transcript report={report} shown={shown} onBack={back} />
    </div>
  );
}
