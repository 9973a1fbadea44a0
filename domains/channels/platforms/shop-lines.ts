/** One line of the setting: the platform's number of a shop, and our code of it. */
export type ShopLine = { platform: string; code: string }

/** `平台门店号=门店编码`; a line without = means that both are the same. Empty lines are left out. */
export function shopLines(lines: readonly string[]): ShopLine[] {
  return lines.flatMap((line) => {
    const [platform = '', code = ''] = line.split(/[=＝]/).map((part) => part.trim())
    return platform ? [{ platform, code: code || platform }] : []
  })
}

/** Our code of a shop; undefined when the platform's number is not in the list. */
export function shopCodeOf(lines: readonly string[], platform: string): string | undefined {
  return shopLines(lines).find((s) => s.platform === platform)?.code
}
