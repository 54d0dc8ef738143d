import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Playing } from './player';
import type { PlayerStore } from './player-store';
import type { Scene } from './scene';

export const PlayerContext = createContext<PlayerStore | null>(null);

export function usePlayerStore(): PlayerStore {
  const store = useContext(PlayerContext);
  if (!store) throw new Error('outside of a replay');
  return store;
}

/**
 * One thing that follows from where the replay stands. The component is drawn again only when that changes, not with
 * every frame: what is selected must be a plain value.
 */
export function usePlaying<T extends string | number | boolean | null>(
  select: (playing: Playing, scene: Scene) => T,
): T {
  const { subscribe, snapshot, scene } = usePlayerStore();
  return useSyncExternalStore(subscribe, () => select(snapshot(), scene));
}
