import { foldText } from '#platform/fold-text'
import type { Span } from './evidence.ts'
import { FIRST_DENIAL } from './grammar.ts'

const GOOD_WHEN_DENIED =
  '好|行|满意|喜欢|新鲜|干净|卫生|舒服|值|合理|开心|高兴|耐烦|礼貌|香|甜|脆|嫩|够|热情|专业|认真'
/** Turns of speech by which a text says less, or something else, than its words do. */
const TURNS: readonly RegExp[] = [
  // 没有不好吃
  new RegExp(`${FIRST_DENIAL}不(?=${GOOD_WHEN_DENIED})`, 'g'),
  // 嘴里着火了一样辣
  /(?:嘴[里巴都像]?|舌头?|喉咙|嗓子|味蕾|胃里?|(?<=辣)[得的到])(?:[里都要快像直]|感觉|好像|跟|嘴巴?|舌头?|喉咙|嗓子){0,4}(?:着火|起火|冒烟|冒火|喷火|火烧)了?(?:一样|似的|一般|般)?/g,
  // 不信你们自己看监控
  /不信(?=[^，。！？!?,]{0,6}监控)|(?:你们?|您|自己|可以|去|能)*(?:[看调查翻]{1,2}(?:一?下)?)(?:店里|你们)?(?:的)?监控(?:看看)?|(?:店里)?(?:有)?监控(?:你们?|可以|能|去|自己|都)*[看查调](?!到|见|得见|得到)(?:吧|呢)?|(?:店里)?有监控(?![拍录])/g,
  /我?(?:这[里边儿])?都?有(?:监控|录音|录像|视频|照片|截图|聊天记录)(?:都?在|为证|作证|可查|可以作证|可以证明)?(?=$|[，。！!,;；])/g,
  // 还好不烫
  /(?:还好|幸好|幸亏|好在|得亏)[^，。！？!?,;；]{0,3}[没不未][^，。！？!?,;；]{0,6}/g,
]

/**
 * A text as it is to be read for what it says has happened: what is named only as denied or feared is taken out, and turns of speech that the model takes by the word are
 * put plainly (没有不好吃 → 好吃).
 * Shape: pieces of the text as the customer wrote it, in its order; the text itself where there is nothing of the kind.
 */
export function plainSpeech(text: string, unsaid: readonly Span[]): string {
  const folded = foldText(text)
  const turned = TURNS.flatMap((turn) =>
    Array.from(folded.matchAll(turn), (found) => ({
      from: found.index,
      to: found.index + found[0].length,
    })),
  )
  const gone = [...unsaid, ...turned].sort((a, b) => a.from - b.from)
  let plain = ''
  let at = 0
  for (const { from, to } of gone) {
    if (from > at) plain += text.slice(at, from)
    at = Math.max(at, to)
  }
  return plain + text.slice(at)
}
