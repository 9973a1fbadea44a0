import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Locale, Text } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import type { DraftState } from '#contracts/playbook/versions'
import {
  excerpts,
  fieldWord,
  isDue,
  isLaw,
  isRecord,
  isTarget,
  isText,
  valueWords,
} from './playbook-value-words.ts'
import { word } from './playbook-words.ts'

export type PlaybookChange = z.infer<typeof DraftState>['changes'][number]

/** A place in both documents: as a path, and in words. */
type Place = { path: string; where: string[]; field: string }
type Sides = { before: Playbook; after: Playbook; locale: Locale; changes: PlaybookChange[] }
type Item = Record<string, unknown>

/** Values that are told as one, not field by field. */
const WHOLE = [isTarget, isDue, isLaw]
/** Lists whose order is only how they were written down. */
const UNORDERED = new Set(['forms', 'words', 'unless', 'notify'])
/** Word lists: what came and what went is told, not the whole list. */
const WORD_LISTS = /(^|\.)(words|unless|signals\.\w+)$/

/**
 * What changes from one playbook to another, in the order of the document, in words a manager understands.
 * Shape: items of a list are matched by their key, channel or name and not by their place, so an added rule is one line;
 *        a renamed one is recognised when nothing else in it changed. `path` is for the screen to jump to.
 */
export function comparePlaybooks(before: Playbook, after: Playbook, locale: Locale): PlaybookChange[] {
  const sides: Sides = { before, after, locale, changes: [] }
  compareParts(before, after, { path: '', where: [], field: 'document' }, sides)
  return sides.changes
}

function compare(before: unknown, after: unknown, place: Place, sides: Sides): void {
  if (isDeepStrictEqual(before, after)) return
  const whole = [before, after].some((value) => value === undefined || WHOLE.some((is) => is(value)))
  if (whole || place.field === 'week') add(before, after, place, sides)
  else if (isText(before) && isText(after)) compareTexts(before, after, place, sides)
  else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, place, sides)
  else if (isRecord(before) && isRecord(after)) compareParts(before, after, place, sides)
  else add(before, after, place, sides)
}

function compareParts(before: Item, after: Item, place: Place, sides: Sides): void {
  for (const field of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const inner = step(place, field, fieldWord(field, sides.locale), field)
    compare(before[field], after[field], inner, sides)
  }
}

function compareTexts(before: Text, after: Text, place: Place, sides: Sides): void {
  const parts = (text: Text) =>
    (typeof text === 'string' ? { 'zh-CN': text } : text) as Record<string, string>
  const labels = { 'zh-CN': null, 'zh-TW': 'traditional', en: 'english' } as const
  for (const [language, label] of Object.entries(labels)) {
    const [was, is] = [parts(before)[language], parts(after)[language]]
    if (was === is) continue
    const inner = label ? step(place, language, fieldWord(label, sides.locale), place.field) : place
    add(was, is, inner, sides)
  }
}

function compareLists(before: unknown[], after: unknown[], place: Place, sides: Sides): void {
  if (WORD_LISTS.test(place.path)) {
    const [gone, come] = [before.filter((w) => !after.includes(w)), after.filter((w) => !before.includes(w))]
    if (come.length > 0) add(undefined, come, place, sides)
    if (gone.length > 0) add(gone, undefined, place, sides)
  } else if (before.every(isItem) && after.every(isItem)) compareItems(before, after, place, sides)
  else if (place.field === 'matrix' || place.path.startsWith('matrix[')) compareMatrix(place, sides)
  else if (place.path === 'severity' || place.path === 'impact') {
    after.forEach((text, i) => {
      const nth = word('values.nth', sides.locale, { count: i + 1 })
      compare(before[i], text, step(place, i, nth, place.field), sides)
    })
  } else add(before, after, place, sides)
}

function compareItems(before: Item[], after: Item[], place: Place, sides: Sides): void {
  const known = new Map(before.map((item) => [identity(item), item]))
  const renamed = findRenamed(before, after)
  const kept = new Set<Item>()
  after.forEach((item, i) => {
    const old = known.get(identity(item)) ?? renamed.get(item)
    if (old) kept.add(old)
    const inner = step(place, i, valueWords(titleOf(item), '', sides.after, sides.locale), place.field)
    if (old) compareParts(old, item, inner, sides)
    else add(undefined, item, inner, sides)
  })
  before.forEach((item, i) => {
    if (kept.has(item)) return
    const inner = step(place, i, valueWords(titleOf(item), '', sides.before, sides.locale), place.field)
    add(item, undefined, inner, sides)
  })
  if (!UNORDERED.has(place.field)) compareOrder(before, after, place, sides)
}

function compareOrder(before: Item[], after: Item[], place: Place, sides: Sides): void {
  const common = (list: Item[], other: Item[]) => {
    const there = new Set(other.map(identity))
    return list.filter((item) => there.has(identity(item)))
  }
  const [was, is] = [common(before, after), common(after, before)]
  if (was.every((item, i) => identity(item) === identity(is[i] ?? {}))) return
  const shown = (list: Item[], playbook: Playbook) =>
    list.map((item) => valueWords(titleOf(item), '', playbook, sides.locale)).join(' → ')
  const inner = step(place, 'order', fieldWord('order', sides.locale), 'order')
  push(sides, inner, 'changed', shown(was, sides.before), shown(is, sides.after), place.path)
}

function compareMatrix(place: Place, sides: Sides): void {
  sides.after.matrix.forEach((row, severity) => {
    row.forEach((priority, impact) => {
      const old = sides.before.matrix[severity]?.[impact]
      if (old === priority) return
      const cell = word('values.cell', sides.locale, { severity: severity + 1, impact: impact + 1 })
      const inner = { ...place, path: `matrix[${severity}][${impact}]`, where: [...place.where, cell] }
      add(old, priority, inner, sides)
    })
  })
}

function add(before: unknown, after: unknown, place: Place, sides: Sides): void {
  const was = before === undefined ? '' : valueWords(before, place.field, sides.before, sides.locale)
  const is = after === undefined ? '' : valueWords(after, place.field, sides.after, sides.locale)
  push(sides, place, before === undefined ? 'added' : after === undefined ? 'removed' : 'changed', was, is)
}

function push(
  sides: Sides,
  place: Place,
  change: PlaybookChange['change'],
  was: string,
  is: string,
  path = place.path,
): void {
  const [before, after] = excerpts(was, is)
  sides.changes.push({ path, where: place.where.join(' › '), change, before, after })
}

/** An item whose name changed and nothing else. */
function findRenamed(before: Item[], after: Item[]): Map<Item, Item> {
  const found = new Map<Item, Item>()
  const ids = { before: new Set(before.map(identity)), after: new Set(after.map(identity)) }
  const rest = (item: Item) => ({ ...item, name: '', key: '' })
  for (const item of after.filter((i) => !ids.before.has(identity(i)))) {
    const old = before.find((i) => !ids.after.has(identity(i)) && isDeepStrictEqual(rest(i), rest(item)))
    if (old && ![...found.values()].includes(old)) found.set(item, old)
  }
  return found
}

function isItem(value: unknown): value is Item {
  return isRecord(value) && titleOf(value) !== undefined
}

function identity(item: Item): string {
  const id = item['key'] ?? item['channel'] ?? item['name']
  return typeof id === 'string' ? id : String((id as Record<string, unknown> | undefined)?.['zh-CN'])
}

function titleOf(item: Item): unknown {
  return (
    item['channel'] ??
    item['name'] ??
    item['label'] ??
    item['title'] ??
    (item['text'] || undefined) ??
    item['key']
  )
}

function step(place: Place, part: string | number, label: string, field: string): Place {
  const path =
    typeof part === 'number' ? `${place.path}[${part}]` : place.path ? `${place.path}.${part}` : part
  return { path, where: [...place.where, label], field }
}
