const RISKY = /^[=+\-@\t\r]/

/**
 * A cell that no spreadsheet takes for a formula: what begins with = + - @ tab or carriage return gets an apostrophe before it.
 * Source: OWASP, CSV injection. Plain numbers of ours never come this way.
 */
export function harmless(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}
