import type { Panel, ViewEntry } from '@kefu/shared/rehearsal/view';

type Of<K extends Panel['panel']> = Extract<Panel, { panel: K }>;

/** Everything that was looked up so far, each thing once in its latest form. */
export type LookedUp = {
  readonly order: Of<'order'>['order'] | undefined;
  readonly parcel: Of<'parcel'>['parcel'] | undefined;
  readonly products: ReadonlyMap<string, Of<'product'>['product']>;
  readonly policies: ReadonlyMap<string, Of<'policy'>['policy']>;
  /** Ids of the templates that were opened or used. */
  readonly templates: ReadonlySet<string>;
  /** What the latest search of the full text has found. */
  readonly results: Of<'results'> | undefined;
};

export function lookedUp(entries: readonly ViewEntry[]): LookedUp {
  const panels = entries.flatMap((entry) => (entry.kind === 'action' && entry.panel ? [entry.panel] : []));
  return {
    order: panels.findLast((panel) => panel.panel === 'order')?.order,
    parcel: panels.findLast((panel) => panel.panel === 'parcel')?.parcel,
    products: new Map(
      panels.flatMap((panel) => (panel.panel === 'product' ? [[panel.product.id, panel.product]] : [])),
    ),
    policies: new Map(
      panels.flatMap((panel) => (panel.panel === 'policy' ? [[panel.policy.id, panel.policy]] : [])),
    ),
    templates: new Set(
      entries.flatMap((entry) =>
        entry.kind === 'action' && entry.action.do === 'use-template' ? [entry.action.with.template] : [],
      ),
    ),
    results: panels.findLast((panel) => panel.panel === 'results'),
  };
}
