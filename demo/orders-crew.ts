import type { DemoBrand } from './demo-file.ts'

type Person = DemoBrand['staff'][number]

const COOKS = '钱国安 孙大海 李长根 周水生 吴连喜 郑满仓 王春来 冯石头 陈阿牛 褚建军 卫小满 蒋有田'.split(' ')
const RIDERS = '沈跃 韩飞 杨顺 朱快 秦路 尤远 许达 何行 吕风 施驰 张途 孔捷'.split(' ')
/** Where nothing is cooked and nobody is sent out, the brand's own people do. */
const COOKING: readonly string[] = ['milk_tea', 'takeaway', 'restaurant', 'general']
const RIDING: readonly string[] = ['milk_tea', 'takeaway', 'restaurant']

/** Somebody to make and somebody to bring in every shop that has none: without them no order of the demo could be told. */
export function crewOf(brand: DemoBrand): Person[] {
  const missing = (role: Person['role'], names: readonly string[]) =>
    brand.shops
      .filter(({ code }) => !brand.staff.some((p) => p.role === role && p.extent === `shop:${code}`))
      .map(({ code, hours }, n) => ({
        name: names[n % names.length]!,
        login: `${role}-${code.toLowerCase()}`,
        role,
        extent: `shop:${code}`,
        duty: hours,
      }))
  return [
    ...(COOKING.includes(brand.pack) ? missing('kitchen', COOKS) : []),
    ...(RIDING.includes(brand.pack) ? missing('rider', RIDERS) : []),
  ]
}
