import type { Overlay } from '@kefu/shared/persona/overlay';
import type { Persona } from '@kefu/shared/persona/schema';
import type { Rubric } from '@kefu/shared/scoring/rubric';
import { type Content, type Loaded, loadContent } from '@kefu/shared/script/load';
import type { Script } from '@kefu/shared/script/schema';
import type { Shop } from '@kefu/shared/shop/schema';
import { Refusal } from '../refusal';
import { readSources, stampOf } from './sources';
import { Transcripts } from './transcripts';

/** The rubric by which rehearsals are scored. */
const RUBRIC = 'default';

/** What one rehearsal is played on and scored by, each with its hash. */
export type Pinned = {
  readonly script: Loaded<Script>;
  readonly shop: Loaded<Shop>;
  readonly persona: Loaded<Persona>;
  readonly overlays: readonly Loaded<Overlay>[];
  readonly rubric: Loaded<Rubric>;
};

/**
 * The content that a new rehearsal of this script and persona is played on.
 * @throws {Refusal} `unknown-exercise`, or `script-broken` where the script or what it needs could not be loaded
 */
export function pin(
  content: Content,
  scriptId: string,
  personaId: string,
  overlayIds: readonly string[] = [],
): Pinned {
  const script = content.scripts.get(scriptId);
  const persona = content.personas.get(personaId);
  const overlays = overlayIds.flatMap((id) => content.overlays.get(id) ?? []);
  if (!script || !persona || overlays.length < overlayIds.length) {
    const broken = content.problems.some(
      ({ file, severity }) =>
        severity === 'error' &&
        [scriptId, personaId, ...overlayIds].some((id) => file.endsWith(`/${id}.yaml`)),
    );
    throw new Refusal(broken ? 'script-broken' : 'unknown-exercise');
  }
  const shop = content.shops.get(script.value.shop);
  const rubric = content.rubrics.get(RUBRIC);
  if (!shop || !rubric) throw new Refusal('script-broken');
  return { script, shop, persona, overlays, rubric };
}

/** The content folder as it is now: what a trainer saves counts from the next look on, without a restart. */
export class Library {
  private stamp: string;
  private read: { readonly content: Content; readonly transcripts: Transcripts };
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    this.stamp = stampOf(folder);
    this.read = readFolder(folder);
  }

  current(): Content {
    return this.look().content;
  }

  /** The transcripts beside the scripts. */
  transcripts(): Transcripts {
    return this.look().transcripts;
  }

  private look() {
    const stamp = stampOf(this.folder);
    if (stamp !== this.stamp) {
      this.read = readFolder(this.folder);
      this.stamp = stamp;
    }
    return this.read;
  }
}

function readFolder(folder: string) {
  const files = readSources(folder);
  const content = loadContent(files);
  return { content, transcripts: new Transcripts(files, content.scripts) };
}
