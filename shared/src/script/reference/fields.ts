import { isSchema, type JsonSchema } from '../json-schema';

/** A field of a content file, by its path from the root of the file. */
export type Field = { readonly path: string; readonly required: boolean; readonly field: JsonSchema };

/** Every field of a schema in the order of the file, those inside groups and lists after the one they belong to. */
export function fieldsOf(schema: JsonSchema, around = ''): Field[] {
  const { properties = {}, required = [], additionalProperties, items, anyOf = [], oneOf = [] } = schema;
  const own = Object.entries(properties).flatMap(([name, field]) => {
    if (!isSchema(field)) return [];
    const path = around === '' ? name : `${around}.${name}`;
    // What has a default may be left out, whatever the schema of what is read says.
    const needed = required.includes(name) && field.default === undefined;
    return [{ path, required: needed, field }, ...fieldsOf(field, path)];
  });
  const named = isSchema(additionalProperties) ? fieldsOf(additionalProperties, `${around}.NAME`) : [];
  const listed = isSchema(items) ? fieldsOf(items, `${around}[]`) : [];
  const chosen = [...anyOf, ...oneOf].flatMap((part) => (isSchema(part) ? fieldsOf(part, around) : []));
  return unique([...own, ...named, ...listed, ...chosen]);
}

/** Alternatives share some of their fields; what each says of a field is worth a row if it differs. */
function unique(fields: readonly Field[]): Field[] {
  const seen = new Set<string>();
  return fields.filter((field) => {
    const key = JSON.stringify(field);
    return !seen.has(key) && seen.add(key);
  });
}

/** What a field holds, in both languages, with its bounds. */
export function typeOf(schema: JsonSchema): string {
  const { $ref, allOf = [], anyOf = [], oneOf = [], const: only, enum: choices, items } = schema;
  if (typeof $ref === 'string') return linkTo($ref);
  const [whole] = allOf;
  if (isSchema(whole)) return typeOf(whole);
  const parts = [...anyOf, ...oneOf].filter(isSchema);
  if (parts.length > 0) return [...new Set(parts.map(typeOf))].join('，或 / or ');
  if (only !== undefined) return `\`${JSON.stringify(only)}\``;
  if (choices) return choices.map((choice) => `\`${String(choice)}\``).join(' ');
  switch (schema.type) {
    case 'array':
      return `列表 / list${boundsOf(schema.minItems, schema.maxItems)}${isSchema(items) ? `：${typeOf(items)}` : ''}`;
    case 'object':
      return isSchema(schema.additionalProperties) && schema.properties === undefined
        ? `按名字 / by name：${typeOf(schema.additionalProperties)}`
        : '一组字段 / group';
    case 'integer':
      return `整数 / whole number${numberBounds(schema)}`;
    case 'number':
      return `数字 / number${numberBounds(schema)}`;
    case 'boolean':
      return '`true` `false`';
    case 'string':
      return '文字 / text';
    default:
      return '';
  }
}

const linkTo = (ref: string): string => {
  const name = ref.split('/').at(-1) ?? '';
  return `[${name}](#${name})`;
};

const numberBounds = ({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): string => {
  const above = typeof exclusiveMinimum === 'number' ? ` > ${exclusiveMinimum}` : '';
  const below = typeof exclusiveMaximum === 'number' ? ` < ${exclusiveMaximum}` : '';
  return `${above}${below}${boundsOf(minimum, maximum)}`;
};

function boundsOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return ` ≥ ${least}`;
  return least === undefined ? ` ≤ ${most}` : ` ${least}–${most}`;
}
