import { v4 as uuidv4 } from 'uuid'
import { customerContext } from '#domains/channels'
import { openTickets } from '#domains/tickets'
import type { Services } from '#platform/context'
import type { DemoPlaces } from './codes.ts'
import type { DemoBrand } from './demo-file.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  places: DemoPlaces
  ends: Date
}

const CONTACT = '13671008816'
/** At the table first, an hour later over the website: what the worker will hold for one matter. */
const TWICE = [
  {
    agoMin: 96,
    channel: 'qr',
    text: '杨枝甘露点的少冰三分糖，做成了正常冰全糖，甜得喝不下去，店员说重做要再排队',
  },
  {
    agoMin: 34,
    channel: 'website',
    text: '中午那杯杨枝甘露点的三分糖做成全糖，说好给我答复，等了一个小时也没人回',
  },
] as const

/** In one of the brands somebody tells the same thing twice, by two ways. */
export async function tellTwice({ services, brandId, brand, places, ends }: Telling): Promise<void> {
  if (brand.pack !== 'milk_tea') return
  const table = places.tables[0]!
  for (const { agoMin, channel, text } of TWICE) {
    const at = new Date(ends.getTime() - agoMin * 60_000)
    await openTickets(customerContext({ ...services, now: () => at }, brandId, 'zh-CN'), [
      {
        channelId: places.channels[channel],
        channelKind: channel,
        externalId: uuidv4(),
        shopId: table.shopId,
        place: channel === 'qr' ? table.label : '',
        locale: 'zh-CN',
        body: { content: text, mood: 'bad', photos: [], contact: CONTACT },
        photoOwner: `code:${table.codeId}`,
      },
    ])
  }
}
