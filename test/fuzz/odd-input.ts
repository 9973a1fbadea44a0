import fc from 'fast-check'
import { z } from 'zod'

/** Strings that have broken programs: each is a text a person or a program may send. */
export const TRICKS = [
  '',
  '   \t',
  'ends with a lone surrogate \ud800',
  '\udc00 begins with one',
  'NUL\u0000inside',
  '\u202Egnp.exe\u202C and \u200Fright to left',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽',
  '𠮷野家的𩸽和𠀋',
  'Z̸͓̈a̶͎̍l̷̗̒g̵̗̓ö̶̘́',
  '\uFEFFBOM\u2028line\u2029paragraph\u0085\u200B',
  '\u0001\u0008\u001b[31m\u007f',
  "'; drop table tickets.ticket; --",
  '" or 1=1 --',
  "\\'; select pg_sleep(20); --",
  "$$ $1 $& $' $` \\u0000 \\x00",
  "a:1 & b | !c <-> 'd",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</script><!--<svg/onload=alert(1)>',
  '{{number}} {{constructor.constructor("return process")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the trick is the text itself
  '${process.exit(1)} <%= 7*7 %> #{7*7} %s%n%x',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  '/dev/null',
  '%2e%2e%2f%00',
  'a\r\nSet-Cookie: huiyin_session=x',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '1e999',
  '0x10',
  '2026-13-45T99:99:99Z',
  '-271821-04-20T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'İstanbul ﬀ ß ﷺ',
  '长'.repeat(5000),
  '🍜'.repeat(2001),
] as const

/** Stands for ten thousand nested arrays, which JSON.stringify could not write. */
export const DEEP = '@@deep@@'
const DEEP_OBJECT = '@@deep object@@'
const LEVELS = 10_000

/** The text of a body; the marks of deep nesting are replaced. */
export function bodyText(body: unknown): string {
  return (JSON.stringify(body) ?? '')
    .replaceAll(`"${DEEP}"`, () => '['.repeat(LEVELS) + ']'.repeat(LEVELS))
    .replaceAll(`"${DEEP_OBJECT}"`, () => `${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`)
}

export const trick = fc.constantFrom(...TRICKS)
/** Whatever Unicode allows and forbids, control signs and halves of surrogate pairs included. */
const oddText = fc.oneof(trick, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 30 }))
const limits = fc.constantFrom(0, -1, -0, 0.5, 6, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324)
const otherTypes = fc.constantFrom<unknown>(
  null,
  true,
  false,
  [],
  {},
  [null],
  ['a', 'a'],
  { length: 3, toString: 'x' },
  DEEP,
  DEEP_OBJECT,
)
const huge = fc.constant('x'.repeat(300_000))
const anything = fc.oneof(
  { weight: 6, arbitrary: oddText },
  { weight: 2, arbitrary: limits },
  { weight: 3, arbitrary: otherTypes },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.array(trick, { maxLength: 300 }) },
  { weight: 1, arbitrary: huge },
)

type Json = {
  properties?: Record<string, Json>
  items?: Json
  anyOf?: Json[]
  oneOf?: Json[]
  allOf?: Json[]
}

/** Every field that a schema knows, as paths into the body. */
export function fieldsOf(schema: z.ZodType): string[][] {
  const walk = (json: Json): string[][] => [
    ...Object.entries(json.properties ?? {}).flatMap(([key, inner]) => [
      [key],
      ...walk(inner).map((path) => [key, ...path]),
    ]),
    ...[...(json.anyOf ?? []), ...(json.oneOf ?? []), ...(json.allOf ?? [])].flatMap(walk),
  ]
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return [...new Map(walk(json).map((path) => [path.join('.'), path])).values()]
}

/** Bodies one or two steps away from a valid one, and some that have nothing to do with it. */
export function oddBody(schema: z.ZodType, valid: unknown): fc.Arbitrary<unknown> {
  const fields = fieldsOf(schema)
  const set = fc.tuple(fc.constantFrom(...fields), anything).map(([path, value]) => (body: unknown) => {
    return changed(body, path, value)
  })
  const drop = fc.constantFrom(...fields).map((path) => (body: unknown) => changed(body, path, undefined))
  const add = fc.tuple(oddText, anything).map(([name, value]) => (body: unknown) => {
    return changed(body, [name], value)
  })
  const step = fc.oneof(
    { weight: 6, arbitrary: set },
    { weight: 1, arbitrary: drop },
    { weight: 2, arbitrary: add },
  )
  const near = fc.array(step, { minLength: 1, maxLength: 2 }).map((steps) => {
    return steps.reduce((body, change) => change(body), valid)
  })
  return fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: anything })
}

/** A copy with one field set, or taken away when the value is undefined. */
function changed(body: unknown, [key, ...rest]: string[], value: unknown): unknown {
  const own = body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {}
  const copy = new Map(Object.entries(own))
  const next = rest.length ? changed(copy.get(key!), rest, value) : value
  copy.set(key!, next)
  // fromEntries defines own keys, so a field called __proto__ stays a field.
  return Object.fromEntries([...copy].filter(([, v]) => v !== undefined))
}

/** One part of a path, ready for the address line: encoded tricks and broken encodings. */
export const oddPart = fc.oneof(
  oddText.map((text) => encodeURIComponent(text.toWellFormed()) || 'x'),
  fc.constantFrom(
    '%zz',
    '%',
    '%ff%fe',
    '%00',
    '%ed%a0%80',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e',
    'a'.repeat(300),
  ),
)

export const oddQuery = fc.oneof(
  fc
    .tuple(fc.constantFrom('locale', 'size', 'shop', '__proto__', 'constructor[a]'), oddText)
    .map(([name, text]) => {
      return `?${name}=${encodeURIComponent(text.toWellFormed())}`
    }),
  fc.constantFrom(
    '?locale=en&locale=zh-CN',
    '?locale=%zz',
    '?%00=1',
    '?&&==',
    '?locale[]=en',
    `?a=${'b'.repeat(9000)}`,
  ),
)

const headerText = fc.constantFrom(
  '',
  ' ',
  'x'.repeat(7000),
  '\u00ff\u00fe\u0080',
  "'; drop table platform.rate; --",
  '<script>',
  '../../etc/passwd',
  'null',
  '*;q=0,;;;,,-',
  'zh-CN-u-co-'.repeat(200),
  '%zz=%00; huiyin_session=%ff; =; ;;',
  'huiyin_session=..%2f',
  'Bearer',
  'Bearer hy_nobody',
  'Bearer hy_\u00e9\u00e9',
  'Basic Og==',
  'http://',
  'not an address',
  'https://evil.example',
  '::ffff:999.1.1.1, 10.0.0.1',
)
export const oddHeaders = fc.dictionary(
  fc.constantFrom(
    'accept-language',
    'authorization',
    'idempotency-key',
    'origin',
    'sec-fetch-site',
    'cookie',
    'user-agent',
    'x-forwarded-for',
    'accept-encoding',
    'accept',
    'if-none-match',
    'host',
  ),
  headerText,
  { maxKeys: 2 },
)

export const oddContentType = fc.constantFrom(
  '',
  'text/plain',
  'text/html',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json;;;=',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=x',
  'image/jpeg',
  '*/*',
  'a',
  'application/vnd.api+json',
)

/** JSON that ends too early or is none at all. */
export const brokenJson = (valid: string) =>
  fc.oneof(
    fc.integer({ min: 0, max: Math.max(0, valid.length - 1) }).map((at) => valid.slice(0, at)),
    fc.constantFrom(
      '',
      ' ',
      '{',
      '[',
      '"',
      '{"a":}',
      'NaN',
      'undefined',
      '{"a":1}{"b":2}',
      "{'a':1}",
      '\ufeff{}',
      '{"a":"\u0000"}',
    ),
    fc.constantFrom(
      '{"__proto__":{"admin":true}}',
      '{"constructor":{"prototype":{"x":1}}}',
      '['.repeat(100_000),
    ),
  )
