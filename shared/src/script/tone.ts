import { z } from 'zod';

/** How a customer feels, from best to worst. Personas give each tone their own threshold and name. */
export const TONES = ['content', 'calm', 'uneasy', 'upset', 'furious'] as const;
export const ToneSchema = z.enum(TONES);
export type Tone = z.infer<typeof ToneSchema>;
