import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { rest } from '../../net/rest';
import { Dimensions } from './dimensions';
import { Hidden } from './hidden';
import type { Place } from './marks';
import { MoodCurve } from './mood-curve';
import { Outcome } from './outcome';
import { ReplyTimes } from './reply-times';
import css from './report-page.module.css';
import { Summary } from './summary';
import { Transcript } from './transcript';

const route = getRouteApi('/inside/rehearsals/$id/report');

const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () => rest.report(id),
    // What is over does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });

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
