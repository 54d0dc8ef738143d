/** Soft tones, made as they are needed: frequency in Hz, begin and length in s. */
const TONES = {
  message: [
    { hz: 660, from: 0, for: 0.12 },
    { hz: 880, from: 0.09, for: 0.16 },
  ],
  soon: [{ hz: 440, from: 0, for: 0.22 }],
  over: [
    { hz: 392, from: 0, for: 0.18 },
    { hz: 330, from: 0.2, for: 0.26 },
  ],
} as const;

const LOUDNESS = 0.06;

let audio: AudioContext | undefined;

/** Plays a tone. Browsers keep silent until the page was used once: then a tone is merely not heard. */
export function play(name: keyof typeof TONES): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
  for (const tone of TONES[name]) {
    const begin = audio.currentTime + tone.from;
    const oscillator = audio.createOscillator();
    const gain = audio.createGain();
    oscillator.type = 'sine';
    oscillator.frequency.value = tone.hz;
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + tone.for);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(begin);
    oscillator.stop(begin + tone.for);
  }
}
