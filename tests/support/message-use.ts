/** Whether code names a message: whole, 'saved.title', or by a template, `settings.theme.${theme}`. */
export function namesMessage(code: string, key: string): boolean {
  if (["'", '"', '`'].some((quote) => code.includes(quote + key + quote))) return true;
  const start = key.slice(0, key.lastIndexOf('.') + 1);
  return code.includes(`\`${start}\${`);
}
