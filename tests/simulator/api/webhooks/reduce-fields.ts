import { isObject, type JsonObject } from '../json.ts';

/** What `include_fields` leaves of a payload; a dot reaches into an object. Fields that it lacks stay absent. */
export function reduceFields(payload: JsonObject, fields: readonly string[] | null): JsonObject {
  if (fields === null) return payload;
  return fields.reduce<JsonObject>((kept, field) => keep(kept, payload, field.split('.')), {});
}

function keep(kept: JsonObject, payload: JsonObject, path: readonly string[]): JsonObject {
  const [name = '', ...rest] = path;
  const value = payload[name];
  if (value === undefined) return kept;
  if (rest.length === 0) return { ...kept, [name]: value };
  if (!isObject(value)) return kept;
  const before = kept[name];
  return { ...kept, [name]: keep(isObject(before) ? before : {}, value, rest) };
}
