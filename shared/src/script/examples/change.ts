/**
 * A YAML file with other top-level fields: those of `fields` take the place of the file's own and stand at its end,
 * just as they are written.
 */
export function withFields(text: string, fields: string): string {
  const names = new Set([...fields.matchAll(/^▶?([\w-]+)/gm)].map(([, name]) => name));
  const kept = text.split(/^(?=[\w-])/m).filter((field) => !names.has(/^[\w-]+/.exec(field)?.[0]));
  return `${kept.join('')}${fields}\n`;
}
