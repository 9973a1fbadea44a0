/** What stands behind a / or an @ that the writer is just typing: `from` is where the sign stands. */
export type Token = { sign: '/' | '@'; from: number; words: string }

const MOST = 20
/** A sign begins something only where a word could begin: "3/4", "和/或" and an address in a text are left alone. */
const BEFORE = /[\s，。！？；、（）「」“”《》…,.!?;()]/u
const ENDS = /[\s，。！？；：、（）「」“”,.!?;:()/@]/u

/**
 * The token that the caret stands in, if there is one.
 * Shape: it reaches from its sign to the caret, at most 20 characters, without a space or punctuation in it. An @ needs no gap before
 * it after a Chinese character: 请@小敏看看.
 */
export function tokenAt(text: string, caret: number, signs: readonly Token['sign'][]): Token | null {
  for (let at = caret - 1; at >= 0 && caret - at <= MOST + 1; at--) {
    const char = text[at]!
    if (signs.includes(char as Token['sign'])) {
      const before = text[at - 1]
      const begins =
        before === undefined || BEFORE.test(before) || (char === '@' && /\p{Script=Han}/u.test(before))
      return begins ? { sign: char as Token['sign'], from: at, words: text.slice(at + 1, caret) } : null
    }
    if (ENDS.test(char)) return null
  }
  return null
}

/** The text with something put between two places, and what is to be selected then: its first gap, or its end. */
export function inserted(
  text: string,
  { from, to }: { from: number; to: number },
  what: string,
  gaps: readonly string[] = [],
): { text: string; select: [number, number] } {
  const end = from + what.length
  const found = gaps
    .map((gap) => ({ gap, at: what.indexOf(gap) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]
  return {
    text: text.slice(0, from) + what + text.slice(to),
    select: found ? [from + found.at, from + found.at + found.gap.length] : [end, end],
  }
}

/** The gaps that stand in a text, each as often as it stands there, in order. */
export function gapsOf(text: string, gaps: readonly string[]): { gap: string; at: number }[] {
  return gaps
    .flatMap((gap) => {
      const places: { gap: string; at: number }[] = []
      for (let at = text.indexOf(gap); at >= 0; at = text.indexOf(gap, at + gap.length))
        places.push({ gap, at })
      return places
    })
    .sort((a, b) => a.at - b.at)
}

/** Without the gap at this place; a salutation goes with its comma, so that nothing is left hanging: 「[称呼]，您好」 → 「您好」. */
export function withoutGap(text: string, { gap, at }: { gap: string; at: number }): string {
  const before = text.slice(0, at)
  const after = text.slice(at + gap.length)
  const opens = /(^|[\n。！？])\s*$/u.test(before)
  const rest = opens
    ? after.replace(/^[，,：:、]\s*/u, '')
    : after.replace(/^ /, before.endsWith(' ') ? '' : ' ')
  return before + (opens ? rest.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : rest)
}
