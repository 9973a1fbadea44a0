import { Converter } from 'opencc-js/t2cn'

const FIRST_HAN = 0x3400
const LAST_HAN = 0xfaff
let table: Uint16Array | undefined

/**
 * Text as words are looked for in it: half-width, lower case, simplified, one character for one character.
 * Shape: as long as the input, so places stay true; characters without width become spaces.
 */
export function foldText(text: string): string {
  table ??= makeTable()
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) codes[i] = table[text.charCodeAt(i)] ?? 0
  let folded = ''
  for (let i = 0; i < codes.length; i += 4096) folded += String.fromCharCode(...codes.subarray(i, i + 4096))
  return folded
}

/** Takes about 0.2 s and 128 kB, once per process. */
function makeTable(): Uint16Array {
  const codes = Uint16Array.from({ length: 0x1_0000 }, (_, code) => code)
  const put = (code: number, to: string) => {
    if (to.length === 1) codes[code] = to.charCodeAt(0)
  }
  const simplify = Converter({ from: 't', to: 'cn' })
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    if (code < 0xd800 || code > 0xdfff) put(code, simplify(String.fromCharCode(code)))
  }
  for (let code = 0xff01; code <= 0xff5e; code++) codes[code] = code - 0xfee0
  for (let code = 0; code < FIRST_HAN; code++) put(code, String.fromCharCode(code).toLowerCase())
  for (let code = 0x41; code <= 0x5a; code++) codes[code + 0xfee0] = code + 0x20
  for (const blank of ['\t', '\r', '\u00a0', '\u200b', '\u200c', '\u200d', '\u3000', '\ufeff', '\ufe0f'])
    put(blank.charCodeAt(0), ' ')
  return codes
}
