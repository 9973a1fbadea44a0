import type { Point } from '#contracts/kit'
import type { DemoBrand } from './demo-file.ts'
import { seededRandom } from './timing.ts'

type Shop = DemoBrand['shops'][number]

const ROADS = '锦绣路 书院街 文昌路 和平里 学府路 清风巷 湖滨路 长乐街 建业路 桃园路'.split(' ')

/** Where this person lives, one to four kilometres from the shop: the same door every time, and nobody's real one. */
export function doorOf(shop: Shop, who: string): { text: string; point: Point } {
  const random = seededRandom([...`${shop.code}${who}`].reduce((sum, c) => sum * 31 + c.codePointAt(0)!, 7))
  const [district = ''] = /^.+?[区市](?:.+?[区市])?/.exec(shop.address) ?? []
  const pick = (most: number) => 1 + Math.floor(random() * most)
  const [way, km] = [random() * 2 * Math.PI, 1 + random() * 3]
  return {
    text: `${district}${ROADS[pick(ROADS.length) - 1]} ${9000 + pick(899)} 号 ${pick(12)} 幢 ${pick(18)}0${pick(6)}`,
    point: {
      lat: shop.point.lat + (km * Math.sin(way)) / 111.2,
      lng: shop.point.lng + (km * Math.cos(way)) / (111.2 * Math.cos((shop.point.lat * Math.PI) / 180)),
    },
  }
}
