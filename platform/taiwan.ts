import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/cn2t'

const TERMS = join(import.meta.dirname, '..', 'locales', 'zh-TW.terms.json')
let convert: ((simplified: string) => string) | undefined

/**
 * A text written in zh-CN as a reader in Taiwan would write it; {{variables}} stay as they are.
 * Shape: OpenCC converts characters and its own words, then locales/zh-TW.terms.json corrects what it wrote, the longest term first.
 *        The dictionary takes 0.2 s to load, so it is loaded by the first text that needs it.
 */
export function inTaiwan(text: string): string {
  convert ??= makeConverter()
  const words = convert
  return text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : words(part)))
    .join('')
}

function makeConverter(): (simplified: string) => string {
  const openCc = Converter({ from: 'cn', to: 'twp' })
  const terms = readTerms()
  const longestFirst = [...terms.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(longestFirst.join('|'), 'g')
  return (simplified) => openCc(simplified).replace(pattern, (found: string) => terms.get(found) ?? found)
}

/** The groups are for whoever reads the file; a term stands in one of them. */
function readTerms(): Map<string, string> {
  const groups = JSON.parse(readFileSync(TERMS, 'utf8')) as Record<string, Record<string, string>>
  return new Map(Object.values(groups).flatMap((terms) => Object.entries(terms)))
}
