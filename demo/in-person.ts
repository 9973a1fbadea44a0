import { v4 as uuidv4 } from 'uuid'
import type { SaveEvent } from '#contracts/loyalty/events'
import { createSalonDesk } from '#domains/channels'
import { createEvent, setEventState } from '#domains/loyalty'
import type { Roster } from '#domains/people'
import { acceptSalonAnswers, acceptSignUp } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'

type Telling = {
  brand: Pick<DemoBrand, 'pack' | 'customers'>
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const words = (zh: string, en: string) => ({ 'zh-CN': zh, en })

type DemoEvent = Pick<SaveEvent, 'name' | 'description' | 'opinion' | 'questions' | 'reward'> & {
  opinions: string[]
}
/** Of each kind of shop that holds one. */
const EVENTS: Record<string, DemoEvent | undefined> = {
  milk_tea: {
    name: words('秋茶品鉴会', 'Autumn tea tasting'),
    description: words(
      '三款新茶先尝后评，茶艺师现场冲泡。一场四十分钟，到店报称呼就能入座。',
      'Taste three new teas, brewed in front of you. Forty minutes; just give your name at the door.',
    ),
    questions: [
      {
        ask: words('您平时喝几分糖？', 'How sweet do you like it?'),
        required: true,
        options: [
          words('不另外加糖', 'No sugar added'),
          words('三分糖', 'A little'),
          words('五分糖以上', 'Half or more'),
        ],
      },
    ],
    opinion: words('最近一次来店里，有什么想说的？', 'Anything to say about your last visit?'),
    reward: { kind: 'coupon', amountMinor: 1000, days: 30, budgetMinor: 60_000 },
    opinions: ['上次周末去排了快半小时，希望品鉴会当天能分时段入场'],
  },
  beauty: {
    name: words('头皮检测体验日', 'Scalp check day'),
    description: words(
      '免费做一次头皮检测，护理师讲解报告，不推销、不办卡。',
      'A free scalp check and a talk about the result. Nothing is sold.',
    ),
    questions: [
      {
        ask: words('最近头皮有哪些不适？', 'What bothers your scalp?'),
        required: false,
        options: [
          words('出油', 'Oily'),
          words('发痒', 'Itching'),
          words('掉发', 'Losing hair'),
          words('都没有', 'Nothing'),
        ],
      },
    ],
    opinion: words('对我们的服务有什么想说的？', 'Anything to say about our service?'),
    reward: { kind: 'coupon', amountMinor: 5000, days: 60, budgetMinor: 200_000 },
    opinions: ['上次做护理全程在介绍套餐，这次希望真的不推销'],
  },
}
const CONSENT = words(
  '我同意品牌登记我的称呼和手机号，用于这次活动的报名和提醒，活动结束后不再使用。',
  'The brand may keep my name and number for this event and its reminder, and not use them afterwards.',
)
const NEWS = words('以后有活动和新品，可以发短信告诉我。', 'You may text me about events and news.')

/** An event that is taking sign-ups, and in the salon a tablet with the answers of this morning. */
export async function tellInPerson(telling: Telling): Promise<void> {
  const told = EVENTS[telling.brand.pack]
  if (told) await tellEvent(telling, told)
  if (telling.brand.pack === 'beauty') await tellSalon(telling)
}

const before = ({ ends }: Telling, ms: number) => new Date(ends.getTime() - ms)
/** The hour of a day around `ends` where the brands are: Beijing time. */
const hourOf = (ends: Date, days: number, hour: number) =>
  new Date(
    Math.floor((ends.getTime() + 8 * HOUR_MS) / DAY_MS) * DAY_MS + days * DAY_MS + (hour - 8) * HOUR_MS,
  )
const adminOf = ({ roster }: Telling) =>
  roster.people.find((p) => p.roles.some((r) => r.role === 'admin'))?.id ?? null

async function tellEvent(telling: Telling, { opinions, ...said }: DemoEvent): Promise<void> {
  const { brand, roster, ends, as } = telling
  const shops = roster.shops.slice(0, 2)
  const admin = as(adminOf(telling), before(telling, 4 * DAY_MS))
  const { id, url } = await createEvent(admin, {
    ...said,
    shopIds: shops.map((shop) => shop.id),
    startsAt: hourOf(ends, -3, 10).toISOString(),
    endsAt: hourOf(ends, 9, 21).toISOString(),
    capacity: 60,
    consent: CONSENT,
    news: NEWS,
  })
  const event = await setEventState(admin, id, 'open')
  const slug = url.split('/').at(-1)!
  for (const [n, { name, phone }] of brand.customers.slice(0, 9).entries()) {
    const options = said.questions[0]?.options ?? []
    await acceptSignUp(as(null, before(telling, 40 * HOUR_MS - n * 4.7 * HOUR_MS)), slug, {
      submissionId: uuidv4(),
      locale: 'zh-CN',
      name,
      phone,
      shopCode: shops[n % shops.length]!.code,
      answers: [options[n % options.length]!['zh-CN']],
      opinion: opinions[8 - n] ?? '',
      consent: true,
      consentVersion: event.consentVersion,
      news: n % 3 === 0,
      newsVersion: event.newsVersion,
    })
  }
}

async function tellSalon(telling: Telling): Promise<void> {
  const { roster, as } = telling
  const [shop] = roster.shops
  const { url, people } = await createSalonDesk(as(adminOf(telling), before(telling, DAY_MS)), shop!.id)
  const slug = url.split('/').at(-1)!
  const answered = [
    { mood: 'good' as const, none: true, discomforts: [], wishes: [], wishWords: '' },
    {
      mood: 'good' as const,
      none: true,
      discomforts: [],
      wishes: [0],
      wishWords: '周末人多，能不能按预约时间叫号',
    },
    { mood: 'fair' as const, none: false, discomforts: [5], wishes: [2], wishWords: '' },
  ]
  for (const [n, answers] of answered.entries()) {
    const at = before(telling, (50 - n * 20) * 60_000)
    await acceptSalonAnswers(as(null, at), slug, {
      submissionId: uuidv4(),
      locale: 'zh-CN',
      version: 0,
      therapistId: people[n % people.length]?.id,
      discomfortWords: '',
      consent: false,
      writtenAt: at.toISOString(),
      ...answers,
    })
  }
}
