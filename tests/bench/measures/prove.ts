import { proveScripts } from '@kefu/server/cli/proof-report';
import { USUAL_BOUND } from '@kefu/shared/proof/prove';
import { type Benchmark, figure } from '../figure';
import { library } from './library';

/** What `kefu check --prove` does with the whole library, by CPU time: it is work of one thread. */
export const prove: Benchmark = {
  name: 'prove',
  title: 'Proving the library',
  async run({ short, say }) {
    const { content } = library();
    const scripts = [...content.scripts.keys()].slice(0, short ? 2 : undefined);
    const began = process.cpuUsage();
    let states = 0;
    for (const proof of proveScripts(content, scripts, USUAL_BOUND)) {
      states += proof.states;
      if (proof.persona === [...content.personas.keys()][0]) say(proof.script);
    }
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    return [
      figure(`${scripts.length} scripts proved with every persona`, 's', [seconds]),
      figure('states explored', '/s', [states / seconds]),
    ];
  },
};
