import simplified from './tables/simplified.json' with { type: 'json' }

/** A text as the model sees it. `signs` and `at` are valid up to `length`; `at[i]` is the place of sign i in the text itself. */
export type Signs = { signs: Uint16Array; at: Int32Array; length: number }

/** Longer texts are read to here; a complaint says what it has to say before. */
export const LONGEST = 3000
const END = 0x2c
/** Numbers keep only how long they are, in the private area; the numbers one threatens to call are one sign of their own. */
const NUMBER = 0xe000
const AUTHORITY_NUMBER = 0xe00f
const EMOJI = 0xe100
const AUTHORITIES = new Set(['12315', '12345', '110', '120', '315'])

const table = buildTable()
const own: Signs = { signs: new Uint16Array(LONGEST + 8), at: new Int32Array(LONGEST + 8), length: 0 }

/**
 * Brings a text into one form: full width to half, traditional to simplified, lower case, numbers to their length, signs that are repeated cut to two.
 * Shape:  the result is one buffer that the next call overwrites. Never throws: lone surrogates and odd signs become some sign.
 * Source: NFKC per sign; the table of simplified signs is from OpenCC.
 */
export function normalise(text: string): Signs {
  const { signs, at } = own
  const end = Math.min(text.length, LONGEST)
  let n = 0
  for (let i = 0; i < end; i += 1) {
    const begin = i
    let sign = table[text.charCodeAt(i)]!
    if (sign === 0) continue
    if (sign >= 0x30 && sign <= 0x39) {
      while (i + 1 < end && isDigit(table[text.charCodeAt(i + 1)]!)) i += 1
      sign = AUTHORITIES.has(text.slice(begin, i + 1)) ? AUTHORITY_NUMBER : NUMBER + Math.min(i - begin, 4)
    } else if (sign >= 0xd800 && sign < 0xdc00) {
      const low = text.charCodeAt(i + 1)
      if (low >= 0xdc00 && low < 0xe000) i += 1
      sign = EMOJI + (((sign & 0x3ff) * 31 + (low & 0x3ff)) & 0x7ff)
    }
    if (n >= 2 && signs[n - 1] === sign && signs[n - 2] === sign) continue
    if (sign === END && n > 0 && signs[n - 1] === END) continue
    signs[n] = sign
    at[n] = begin
    n += 1
  }
  at[n] = end
  own.length = n
  return own
}

function isDigit(sign: number): boolean {
  return sign >= 0x30 && sign <= 0x39
}

/** One 16-bit sign → the sign it counts as; 0 is left out. */
function buildTable(): Uint16Array {
  const built = new Uint16Array(65536)
  for (let code = 0; code < 65536; code += 1) built[code] = code
  for (const [low, high] of [
    [0x41, 0x5b],
    [0xa0, 0x250],
    [0x2000, 0x3400],
    [0xf900, 0xfb00],
    [0xff00, 0xfff0],
  ] as const) {
    for (let code = low; code < high; code += 1) {
      const folded = String.fromCharCode(code).normalize('NFKC').toLowerCase()
      built[code] = folded.charCodeAt(0)
    }
  }
  for (let i = 0; i < simplified.from.length; i += 1)
    built[simplified.from.charCodeAt(i)] = simplified.to.charCodeAt(i)
  for (const sign of ' \t\r\n,，、;；。.:：/|·-—_"\'“”‘’()（）[]【】{}<>《》「」\u00a0\u3000')
    built[sign.charCodeAt(0)] = END
  for (const [sign, as] of ['！!', '？?', '～~', '…~']) built[sign!.charCodeAt(0)] = as!.charCodeAt(0)
  for (const code of [0, 0x200b, 0x200c, 0x200d, 0xfe0f, 0xfeff]) built[code] = 0
  return built
}
