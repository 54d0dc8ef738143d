import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { reportQuery } from '../../net/queries';
import type { Place } from '../../transcript/marks';
import { Dimensions } from './dimensions';
import { Hidden } from './hidden';
import { MoodCurve } from './mood-curve';
import { Outcome } from './outcome';
import { ReplyTimes } from './reply-times';
import css from './report-page.module.css';
import { Summary } from './summary';
import { Transcript } from './transcript';

const route = getRouteApi('/inside/rehearsals/$id/report');

/** What a rehearsal was worth, and beside it the words that say why. */
export function ReportPage() {
  const { id } = route.useParams();
  const { data: report } = useSuspenseQuery(reportQuery(id));
  const [shown, setShown] = useState<{ place: Place; nth: number } | null>(null);
  // A second press on the same evidence leads there again.
  const show = useCallback(
    (place: Place) => setShown((before) => ({ place, nth: (before?.nth ?? 0) + 1 })),
    [],
  );
  const { scorecard } = report;
  return (
    <div className={css.page}>
      <div className={css.score}>
        <Summary report={report} onShow={show} />
        <Outcome outcome={scorecard.outcome} />
        <Dimensions dimensions={scorecard.dimensions} onShow={show} />
        <ReplyTimes times={scorecard.times} onShow={show} />
        <MoodCurve report={report} onShow={show} />
        <Hidden hidden={scorecard.hidden} onShow={show} />
      </div>
      <Transcript report={report} shown={shown} />
    </div>
  );
}
