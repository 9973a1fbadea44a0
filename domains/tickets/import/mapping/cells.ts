import { DateTime } from 'luxon'
import type { Mood } from '#contracts/channels'
import type { RatingScale } from '#contracts/tickets/import'
import type { Cell } from '../parts.ts'

/** What a cell could not be read as: a code of locales/import.json → rowProblem. */
export class CellProblem extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** A cell as text, without what tables wrap it in: ="…", quotation marks, tabs, an apostrophe in front. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell).trim()
  const wrapped = /^=?"+([^"]*)"+$/.exec(text)
  return (wrapped ? wrapped[1]! : text).trim()
}

const BIRTHDAY = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/

/**
 * A day of birth as tables have it: 1990-05-04, 1990/5/4, 5月4日, 农历五月… is none; with 农历 before it the lunar calendar's.
 * Errors: CellProblem birthday.
 */
export function birthdayOf(cell: Cell | undefined): { on: string; lunar: boolean } | undefined {
  const text = textOf(cell).normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (!text || text === '-') return undefined
  const found = BIRTHDAY.exec(text.replace(/^(农历|阴历|lunar)\s*/i, ''))
  const [month, day] = [Number(found?.[2]), Number(found?.[3])]
  const year = Number(found?.[1] ?? 2000)
  if (!found || month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2099)
    throw new CellProblem('birthday')
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    on: `${found[1] ?? '-'}-${two(month)}-${two(day)}`,
    lunar: /^(农历|阴历|lunar)/i.test(text),
  }
}

/** 花生、芒果, or 花生;芒果. */
export function listOf(cell: Cell | undefined, most: number): string[] {
  const words = textOf(cell)
    .split(/[、,，;；|\n]+/)
    .map((word) => word.trim())
    .filter((word) => word && !/^(无|没有|none|no|-)$/i.test(word))
  return [...new Set(words.map((word) => word.slice(0, most)))].slice(0, 20)
}

/** 是, 同意, yes, true, 1. */
export function agreedOf(cell: Cell | undefined): boolean {
  return /^(是|同意|已同意|授权|y|yes|true|1|✓|√)$/i.test(textOf(cell))
}

const EXPONENT = /^[+-]?\d+(\.\d+)?e\+?\d+$/i
/** Excel keeps fifteen digits of a number; what was longer ends in zeros that nobody wrote. */
const KEPT_DIGITS = 1e15

/** A number that names something (an order, a review): text, whatever it looks like. Errors: CellProblem digitsLost. */
export function nameOf(cell: Cell | undefined): string {
  if (typeof cell === 'number' && (!Number.isInteger(cell) || Math.abs(cell) >= KEPT_DIGITS))
    throw new CellProblem('digitsLost')
  const text = textOf(cell)
    .replace(/^['`]+/, '')
    .normalize('NFKC')
    .trim()
  if (EXPONENT.test(text)) throw new CellProblem('digitsLost')
  return text.slice(0, 120)
}

/** 1,234.50 · ４.５分 · 12; null when it is no number. */
export function numberOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'string') return null
  const text = cell
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(分|星|颗星|stars?)$/i, '')
  if (!/^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) return null
  return Number(text.replaceAll(',', ''))
}

/**
 * Money in minor units: ¥1,234.50 · 12元 · (3.20) is a minus.
 * Errors: CellProblem money, for what is no amount and for more than two decimals in a text (a number of Excel's is rounded).
 */
export function moneyOf(cell: Cell | undefined): number | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'number') return checkedMoney(Math.round(cell * 100))
  const text = textOf(cell).normalize('NFKC').replace(/\s/g, '')
  if (!text || /^[-—]+$/.test(text)) return null
  const minus = /^\(.*\)$/.test(text) || /^[-−]/.test(text) || /^(¥|￥|cny|rmb|\$)[-−]/i.test(text)
  const bare = text.replace(/[()−+-]/g, '').replace(/^(¥|￥|cny|rmb|\$)|(元|cny|rmb|块)$/gi, '')
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?$/.exec(bare)
  if (!found) throw new CellProblem('money')
  const minor = Number(found[1]!.replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return checkedMoney(minus ? -minor : minor)
}

function checkedMoney(minor: number): number {
  if (!Number.isSafeInteger(minor)) throw new CellProblem('money')
  return minor
}

const DAY_MS = 86_400_000
/** Day 0 of Excel's calendar; the day that 1900 did not have lies before all that we meet. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30)
const EARLIEST = Date.UTC(2000, 0, 1)

const FORMATS = [
  'yyyy-M-d H:m:s',
  'yyyy-M-d H:m',
  'yyyy-M-d',
  'yyyy/M/d H:m:s',
  'yyyy/M/d H:m',
  'yyyy/M/d',
  'yyyy.M.d H:m:s',
  'yyyy.M.d H:m',
  'yyyy.M.d',
  "yyyy'年'M'月'd'日' H:m:s",
  "yyyy'年'M'月'd'日' H:m",
  "yyyy'年'M'月'd'日'",
  "yyyy'年'M'月'd'日' H'时'm'分's'秒'",
  "yyyy'年'M'月'd'日' H'时'm'分'",
  'yyyyMMddHHmmss',
  'yyyyMMddHHmm',
  'yyyyMMdd',
]

/**
 * An instant as tables write it: ISO, 2026/3/2 9:05, 2026年3月2日 9时5分, 20260302, seconds or milliseconds since 1970, or a number of Excel's calendar.
 * Shape:  without a zone it is the wall clock of `zone`.
 * Errors: CellProblem time, timeFuture (more than a day ahead of `now`).
 */
export function timeOf(cell: Cell | undefined, zone: string, now: Date): Date | null {
  const text = textOf(cell).normalize('NFKC')
  if (!text) return null
  const at =
    typeof cell === 'number' || /^\d+(\.\d+)?$/.test(text) ? fromNumber(text, zone) : fromText(text, zone)
  if (!at || at.getTime() < EARLIEST) throw new CellProblem('time')
  if (at.getTime() > now.getTime() + DAY_MS) throw new CellProblem('timeFuture')
  return at
}

function fromNumber(text: string, zone: string): Date | null {
  const value = Number(text)
  if (value > 20_000 && value < 80_000) {
    const wall = new Date(EXCEL_ZERO + Math.round((value * DAY_MS) / 1000) * 1000)
    return DateTime.fromJSDate(wall, { zone: 'utc' }).setZone(zone, { keepLocalTime: true }).toJSDate()
  }
  if (/^\d{10}$/.test(text)) return new Date(value * 1000)
  if (/^\d{13}$/.test(text)) return new Date(value)
  return fromText(text, zone)
}

function fromText(text: string, zone: string): Date | null {
  const tidy = text
    .replace(/(星期|周)[一二三四五六日天]/, ' ')
    .replace(/日(?=\d)/, '日 ')
    .replace(/(:\d\d)\.\d+$/, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  for (const format of FORMATS) {
    const at = DateTime.fromFormat(tidy, format, { zone })
    if (at.isValid) return at.toJSDate()
  }
  const iso = DateTime.fromISO(text.replace(' ', 'T'), { zone })
  return iso.isValid && /^\d{4}-/.test(text) ? iso.toJSDate() : null
}

const GOOD = /^(好评|满意|非常满意|很满意|正面|积极|推荐|positive|good|pos|praise|1|true|👍)$/i
const FAIR = /^(中评|一般|中性|中立|neutral|fair|average)$/i
const BAD = /^(差评|不满意|很不满意|非常不满意|负面|消极|不推荐|negative|bad|neg|poor|0|-1|false|👎)$/i

export function moodOf(cell: Cell): Mood | null {
  const text = textOf(cell)
  if (GOOD.test(text)) return 'good'
  if (FAIR.test(text)) return 'fair'
  return BAD.test(text) ? 'bad' : null
}

const PER_STAR: Record<Exclude<RatingScale, 'mood'>, number> = { five: 1, ten: 2, fifty: 10, hundred: 100 }
const CHINESE_STARS = ['零', '一', '二', '三', '四', '五']

/** Stars of five, or a mood where the column says it in words; neither for an empty cell. Errors: CellProblem score. */
export function scoreOf(cell: Cell | undefined, scale: RatingScale): { stars?: number; mood?: Mood } {
  const text = textOf(cell)
  if (!text || cell === null || cell === undefined) return {}
  if (scale === 'mood') {
    const mood = moodOf(cell)
    if (!mood) throw new CellProblem('score')
    return { mood }
  }
  const stars = text.replaceAll('\ufe0f', '')
  const drawn = /^[★☆⭐]+$/u.test(stars) ? stars.replace(/[^★⭐]/gu, '').length : null
  const named = /^([零一二两三四五])(颗)?星$/.exec(text)?.[1]?.replace('两', '二')
  const value = drawn ?? (named ? CHINESE_STARS.indexOf(named) : numberOf(cell))
  if (value === null) throw new CellProblem('score')
  if (value === 0) return {}
  const rounded = Math.round((drawn === null && !named ? value / PER_STAR[scale] : value) + Number.EPSILON)
  if (value < 0 || rounded > 5) throw new CellProblem('score')
  return { stars: Math.max(1, rounded) }
}
