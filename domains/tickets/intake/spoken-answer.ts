export type SpokenAnswer = 'yes' | 'no'

const YES = /^(1|满意|滿意|同意|接受|可以|好的?|行|没问题|沒問題|ok|okay|yes)$/i
const NO = /^(2|不满意|不滿意|不同意|不接受|不可以|不行|不好|no)$/i

/** A short yes or no to an open solution; null for everything that says more, which a person reads. */
export function spokenAnswer(text: string): SpokenAnswer | null {
  const said = text.normalize('NFKC').replace(/[\s。.!！~～,，]+/g, '')
  if (NO.test(said)) return 'no'
  return YES.test(said) ? 'yes' : null
}
