const LIMIT = 200

export type LabelFault = 'empty' | 'tooMany' | 'backwards' | 'twice' | 'tooLong'

/**
 * Labels for many codes from one line of text.
 * Shape:  parts are split by spaces, commas or 、; `A01-A20`, `A01…A20` and `A01 到 A20` run from first to last and keep the zeros.
 * Errors: a fault instead of a guess when the line is empty, runs backwards, repeats a label or gives more than 200.
 */
export function labelsFrom(line: string): { labels: string[]; fault: LabelFault | null } {
  const parts = line
    .replace(/\s*(?:-|–|—|~|～|…+|\.{2,}|至|到)\s*/g, '…')
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
  const labels: string[] = []
  for (const part of parts) {
    const run = part.match(/^(\D*?)(\d{1,4})…(?:\1)?(\d{1,4})$/)
    if (!run) {
      labels.push(part.replaceAll('…', '-'))
      continue
    }
    const [, prefix = '', first = '', last = ''] = run
    if (Number(last) < Number(first)) return { labels: [], fault: 'backwards' }
    if (Number(last) - Number(first) >= LIMIT) return { labels: [], fault: 'tooMany' }
    for (let n = Number(first); n <= Number(last); n++)
      labels.push(prefix + String(n).padStart(first.length, '0'))
  }
  return { labels, fault: faultOf(labels) }
}

function faultOf(labels: string[]): LabelFault | null {
  if (labels.length === 0) return 'empty'
  if (labels.length > LIMIT) return 'tooMany'
  if (labels.some((label) => label.length > 20)) return 'tooLong'
  return new Set(labels).size < labels.length ? 'twice' : null
}
