/**
 * The code of a new expertise, from its name: lower case, without accents, words joined by «_», two to forty characters.
 * «Één-op-één» becomes «een_op_een». Undefined when nothing is left to name it by.
 */
export function codeOf(name: string): string | undefined {
  const code = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');
  return code.length >= 2 ? code : undefined;
}
