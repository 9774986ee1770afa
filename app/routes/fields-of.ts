/** The fields of a posted form; a body that is no form has none. */
export async function fieldsOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  try {
    return Object.fromEntries(await request.formData());
  } catch {
    return {};
  }
}
