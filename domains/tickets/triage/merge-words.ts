type Reason = { kind: string; text: string; says: string; weight: number }

const NUMBER = /[一二两三四五六七八九十几半]/
const MEASURE = /^[片根只个条粒颗张块团坨撮把枚截]/

/** Words found one upon the other in a text, as the piece of the text that holds them (片塑料, 塑料片 → 一片塑料片); a word that is not in the text stays as it is. */
export function mergeWords(text: string, words: readonly string[]): string[] {
  const pieces: { from: number; to: number; at: number }[] = []
  const elsewhere: { word: string; at: number }[] = []
  for (const [at, word] of words.entries()) {
    const from = word ? text.indexOf(word) : -1
    if (from < 0) elsewhere.push({ word, at })
    else pieces.push({ from, to: from + word.length, at })
  }
  const merged: typeof pieces = []
  for (const piece of pieces.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1)
    if (last && piece.from < last.to)
      Object.assign(last, { to: Math.max(last.to, piece.to), at: Math.min(last.at, piece.at) })
    else merged.push({ ...piece })
  }
  return [...merged.map(({ at, ...piece }) => ({ at, word: wordAt(text, piece) })), ...elsewhere]
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word)
}

/** 片塑料 begins in the middle of 一片. */
function wordAt(text: string, { from, to }: { from: number; to: number }): string {
  const whole = from > 0 && MEASURE.test(text[from]!) && NUMBER.test(text[from - 1]!)
  return text.slice(whole ? from - 1 : from, to)
}

/** Of reasons that speak for the same, those whose words overlap in the text are one: the strongest, with the whole piece. */
export function mergeReasons<R extends Reason>(text: string, reasons: readonly R[]): R[] {
  const words = Map.groupBy(
    reasons.filter(({ kind }) => kind === 'word'),
    ({ says }) => says,
  )
  const merged = [...words.values()].flatMap((own) =>
    mergeWords(text, [...new Set(own.map((reason) => reason.text))]).map((word) => {
      const parts = own.filter((reason) => word.includes(reason.text))
      return { ...parts[0]!, text: word, weight: Math.max(...parts.map(({ weight }) => weight)) }
    }),
  )
  return [...merged, ...reasons.filter(({ kind }) => kind !== 'word')]
}
