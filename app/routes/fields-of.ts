/** The fields of a posted form; a body that is no form has none. */
export async function fieldsOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  try {
    return Object.fromEntries(await request.formData());
  } catch {
    return {};
  }
}

/** JSON in one field; null for what is none, which fits no shape. */
export function jsonField(field: unknown): unknown {
  try {
    return JSON.parse(String(field)) as unknown;
  } catch {
    return null;
  }
}
