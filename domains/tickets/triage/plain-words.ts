/** What a word can speak for, besides a category or a danger. */
export type Signal = 'praise' | 'suggestion' | 'inquiry' | 'complaint' | 'worse' | 'many'

/*
 * What people say about anything, whatever is sold. Words of a trade (好喝, 皮肤发红) belong in its playbook,
 * and a word the playbook has means there what the playbook says.
 */

/** Signs that complain without a word. */
const UPSET = '🤮 🤢 😡 😠 🤬 👎 💔 😤 😭 😢 😞 😒 🙄 💩'.split(' ')
export const isUpset = (text: string): boolean => UPSET.some((sign) => text.includes(sign))

export const PLAIN_WORDS: Partial<Record<Signal, readonly string[]>> = {
  praise: `
    满意 不错 喜欢 推荐 点赞 给力 完美 优秀 贴心 周到 热情 耐心 细心 用心 上心 认真 礼貌 准时 及时 迅速 神速 飞快 快捷
    实惠 划算 超值 物美价廉 性价比高 值得 好评 五星 支持 惊喜 开心 感动 感谢 谢谢 多谢 辛苦 加油 没话说 没得说 没毛病
    干净 新鲜 好吃 好喝 好看 好用 好闻 美味 可口 一如既往 回头客 还会来 还会再 下次还 再次光临 老顾客 赞赞 么么 nice
    good 服务好 态度好 味道好 速度快 送餐快 送得快 送的快 很到位 靠谱 放心 舒服 专业 友好 和气 厉害 良心 超赞 爱了
    好极了 一级棒 棒极了 没得挑 无可挑剔 越来越好 越来越快 越来越棒 越来越好吃 越来越给力 还行 还可以 还好 还不错 尚可 挺可以
    希望继续 希望保持 希望坚持 希望一直 希望能一直 希望商家保持 希望商家坚持 继续保持 坚持下去 保持下去`
    .trim()
    .split(/\s+/),
  complaint: `
    差劲 太差 很差 真差 极差 超差 差评 失望 糟糕 垃圾 坑人 坑爹 被坑 骗人 骗子 欺骗 恶心 气死 生气 气愤 愤怒 郁闷 无语 无奈
    敷衍 冷漠 不理人 没人理 没人管 推卸 推脱 糊弄 忽悠 不靠谱 不负责 不专业 不耐烦 不好 不行 不值 不对 不新鲜 不干净 不卫生
    不满意 不舒服 不推荐 难吃 难喝 难看 难用 难闻 再也不 不会再 不想再 以后不 下次不 别买 别来 别去 退款 退钱 退货 赔偿
    投诉 漏了 漏送 少送 送错 弄错 搞错 错了 忘了 洒了 撒了 坏了 碎了 破了 烂了 凉了 冷了 没放 没给 没送 没有送 没收到
    太慢 好慢 很慢 真慢 慢死 慢了 迟到 超时 太久 很久 半天 浪费 后悔 上当 白花 缺斤少两 偷工减料 名不副实 货不对板 什么玩意
    一般般 很一般 太一般 一言难尽 不怎么样 不咋样 不咋地 不咋的 凑合 退步 下降 变差 没法吃 吃不下 扔了 倒掉
    竟然 居然 明明 龟速 马虎 素质 太少 不敢恭维 不高兴 不开心 吃不饱 没诚意 没良心 没素质 没礼貌 没人接 不接电话 不合理`
    .trim()
    .split(/\s+/)
    .concat(UPSET),
  worse: [
    '又是',
    '多次',
    '好几次都',
    '每次都',
    '一直没',
    '至今没',
    '到现在都没',
    '孩子',
    '老人',
    '孕妇',
    '屡次',
    '再三',
  ],
}

const DEGREE =
  '很|非常|超级|超|特别|特|真心|真的|真是|真|挺|蛮|好|相当|巨|太|最|这么|那么|十分|确实|实在|格外|极其|老|贼|还算|比较|也|都|还|够'
const SOFTLY = '有点儿?|有些|有一点|稍微|稍稍|稍|略|偏|过于|过分'
const GOOD =
  '好(?![多几久像难慢贵少])|快(?![点些要递餐])|香|棒|赞|足|脆|嫩|鲜|热乎|入味|方便|便宜|温柔|可爱|帅|nice|满足|划得来'
const BAD =
  '慢|差|贵|咸|油|腻|硬|少|淡|冷|凉|酸|苦|臭|腥|脏|乱|吵|糊|烂|黑心|久|小气|生硬|难|粗糙|黏|稀|坑|远|挤|薄|柴|干(?!净)|涩|旧|假|痛|疼|紧|麻烦|恶劣|失望|过分'

/** Praise that is hardly one. */
export const MILD: ReadonlySet<string> = new Set(['还行', '还可以', '还好', '尚可'])

/** They hold a word of feeling and say nothing; a longer word at a place wins over the one inside it. */
export const SAYS_NOTHING: readonly string[] =
  '不好意思 不好说 差不多 不得不 好不好 好不容易 不是一般 不一般 一般来说 一般都 一般情况 好多人 好久不见 你好 您好 最好 好像 评晚了 评论晚了 评价晚了 不错过 还好不 还好没 幸好 幸亏 好在 感谢您 不要紧 没关系 没事'.split(
    ' ',
  )

/** An adjective of one letter counts only with a degree before it or a 了 behind it: 很快, 有点咸, 慢死了. */
export const PLAIN_PHRASES: readonly { signal: Signal; pattern: RegExp }[] = [
  { signal: 'praise', pattern: new RegExp(`(?:${DEGREE})(?:的|是)?(${GOOD})`, 'g') },
  { signal: 'complaint', pattern: new RegExp(`(?:${DEGREE}|${SOFTLY})(?:的|是)?(${BAD})`, 'g') },
  {
    signal: 'complaint',
    pattern: new RegExp(`(${BAD})(?:死|得要命|的要命|到爆|了[点些一吧啊]|了$|了[，。,.!！])`, 'g'),
  },
  {
    signal: 'complaint',
    pattern:
      /(?:少了|没有?了?|缺了?|漏了?|忘了?放|没放|没给)(?=(?:一[份个双包盒瓶根只袋杯]|餐具|筷子|勺|吸管|发票|酱|汤|米饭|饭|肉|菜))/g,
  },
]
