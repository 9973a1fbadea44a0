const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/**
 * Words in pieces that WeChat takes: it counts bytes.
 * Shape: cut after a line, a sentence or a space where there is one in the second half of a piece; never inside a character; nothing is lost.
 */
export function splitText(text: string, mostBytes: number): string[] {
  const whole = text.toWellFormed().trim()
  const pieces: string[] = []
  let rest = whole
  while (bytes(rest) > mostBytes) {
    const head = headOf(rest, mostBytes)
    const cut = goodCut(head)
    pieces.push(head.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return rest ? [...pieces, rest] : pieces
}

function headOf(text: string, mostBytes: number): string {
  let size = 0
  let end = 0
  for (const sign of text) {
    size += bytes(sign)
    if (size > mostBytes) break
    end += sign.length
  }
  return text.slice(0, end)
}

function goodCut(head: string): number {
  const half = head.length / 2
  for (const signs of [/\n/g, /[。！？!?；;]/g, /[，, ]/g]) {
    const last = [...head.matchAll(signs)].at(-1)
    if (last && last.index >= half) return last.index + 1
  }
  return head.length
}
