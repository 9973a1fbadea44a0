import type { SalonForm } from '#contracts/channels/salon'

/** Until the brand writes its own: version 0. The chips are words that the playbooks' triage knows. */
export const FIRST_FORM: SalonForm = {
  effect: { ask: { 'zh-CN': '这次的效果满意吗？', en: 'How do you like the result?' } },
  discomfort: {
    ask: { 'zh-CN': '过程中哪里不舒服？', en: 'Was anything uncomfortable?' },
    none: { 'zh-CN': '都很舒服', en: 'All comfortable' },
    chips: [
      { 'zh-CN': '刺痛', en: 'Stinging' },
      { 'zh-CN': '泛红', en: 'Redness' },
      { 'zh-CN': '发痒', en: 'Itching' },
      { 'zh-CN': '起疹子', en: 'Rash' },
      { 'zh-CN': '红肿', en: 'Swelling' },
      { 'zh-CN': '力道太重', en: 'Too much pressure' },
      { 'zh-CN': '太冷或太热', en: 'Too cold or hot' },
      { 'zh-CN': '被推销', en: 'Pushed to buy' },
    ],
  },
  wish: {
    ask: { 'zh-CN': '下次最想改善什么？', en: 'What should be better next time?' },
    chips: [
      { 'zh-CN': '少等一会儿', en: 'Less waiting' },
      { 'zh-CN': '讲解再清楚些', en: 'Clearer explanations' },
      { 'zh-CN': '手法再轻柔些', en: 'A gentler touch' },
      { 'zh-CN': '环境再安静些', en: 'A quieter room' },
      { 'zh-CN': '价格再透明些', en: 'Clearer prices' },
    ],
  },
  consent: {
    'zh-CN': '我同意门店用这个手机号联系我，说明这次反馈的处理结果，不用于推销。',
    en: 'The shop may use this number to tell me what comes of this feedback, and not for advertising.',
  },
}
