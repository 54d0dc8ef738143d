import type { RehearsalSummary } from '@kefu/shared/protocol/rest';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from './i18n';
import { libraryQuery } from './net/rehearsals';

type Customer = Pick<RehearsalSummary, 'persona' | 'overlays'>;

/** What kind of customer it is, e.g. “情绪型 · 着急”; the persona by its id when the library no longer has it. */
export function useCustomerName(): (customer: Customer) => string {
  const { say } = useTexts();
  const personas = useQuery(libraryQuery).data?.personas ?? [];
  return ({ persona, overlays }) => {
    const found = personas.find(({ id }) => id === persona);
    return [found ? say(found.name) : persona, ...overlays.map(({ name }) => say(name))].join(' · ');
  };
}
