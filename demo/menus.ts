import type { z } from 'zod'
import type { SaveItem, SaveStation } from '#contracts/orders/menu'

type Item = z.input<typeof SaveItem>
export type DemoMenu = {
  /** Shops that have stations and take the demo's orders. */
  shops: string[]
  stations: Omit<z.input<typeof SaveStation>, 'staffIds'>[]
  items: Item[]
  /** `days`: best before so many days from today. */
  batches: { ingredient: string; code: string; days?: number }[]
}

const SUGAR = {
  key: 'sugar',
  name: '甜度',
  min: 1,
  max: 1,
  choices: [
    { key: 'full', name: '正常糖' },
    { key: 'less', name: '少糖' },
    { key: 'half', name: '半糖' },
    { key: 'none', name: '不另加糖' },
  ],
}
const ICE = {
  key: 'ice',
  name: '冰量',
  min: 1,
  max: 1,
  choices: [
    { key: 'normal', name: '正常冰' },
    { key: 'less', name: '少冰' },
    { key: 'none', name: '去冰' },
    { key: 'hot', name: '热' },
  ],
}
const TOPPINGS = {
  key: 'topping',
  name: '加料',
  max: 3,
  choices: [
    { key: 'pearl', name: '珍珠', priceMinor: 200 },
    { key: 'taro', name: '芋圆', priceMinor: 300 },
    { key: 'jelly', name: '茶冻', priceMinor: 200 },
  ],
}
const SPICE = {
  key: 'spice',
  name: '辣度',
  min: 1,
  max: 1,
  choices: [
    { key: 'none', name: '不辣' },
    { key: 'mild', name: '微辣' },
    { key: 'hot', name: '正常辣' },
  ],
}

const tea = (
  sku: string,
  name: string,
  priceMinor: number,
  ingredients: string[],
  allergens: string[] = [],
): Item => ({
  sku,
  name,
  section: allergens.includes('牛奶') ? '奶茶' : '鲜果茶',
  priceMinor,
  station: 'tea',
  makeS: 80,
  options: [SUGAR, ICE, TOPPINGS],
  ingredients,
  allergens,
})
const rice = (sku: string, name: string, priceMinor: number, ingredients: string[]): Item => ({
  sku,
  name,
  section: '盖饭',
  priceMinor,
  station: 'wok',
  makeS: 300,
  options: [SPICE],
  ingredients,
})

const dish = (
  sku: string,
  name: string,
  section: string,
  priceMinor: number,
  station: string,
  makeS: number,
  more: Partial<Item> = {},
): Item => ({ sku, name, section, priceMinor, station, makeS, ...more })
const product = (sku: string, name: string, priceMinor: number): Item => ({
  sku,
  name,
  section: '配件',
  kind: 'product',
  priceMinor,
  station: 'counter',
  makeS: 180,
})

/** What the brands sell: enough to order from, with stations and the batches that are open. */
export const MENUS: Partial<Record<string, DemoMenu>> = {
  milk_tea: {
    shops: ['HZ01', 'HZ02', 'NB01'],
    stations: [
      { key: 'tea', name: '制茶台', capacity: 3 },
      { key: 'bake', name: '烘焙台', capacity: 1 },
    ],
    items: [
      tea('oolong-milk', '乌龙奶茶', 1600, ['牛奶', '乌龙茶'], ['牛奶']),
      tea('jasmine-milk', '茉莉奶绿', 1500, ['牛奶', '茉莉绿茶'], ['牛奶']),
      tea('taro-milk', '芋泥波波奶茶', 1900, ['牛奶', '芋泥', '珍珠'], ['牛奶']),
      tea('grape', '多肉葡萄', 2200, ['葡萄', '茉莉绿茶']),
      tea('lemon', '手打柠檬茶', 1400, ['柠檬', '红茶']),
      tea('mango', '杨枝甘露', 2300, ['芒果', '西柚', '椰浆']),
      {
        sku: 'egg-tart',
        name: '葡式蛋挞',
        section: '点心',
        priceMinor: 800,
        station: 'bake',
        makeS: 240,
        ingredients: ['鸡蛋', '黄油'],
        allergens: ['鸡蛋', '牛奶'],
      },
      {
        sku: 'walnut-cake',
        name: '核桃软糕',
        section: '点心',
        priceMinor: 1200,
        station: 'bake',
        makeS: 120,
        ingredients: ['核桃'],
        allergens: ['坚果'],
      },
    ],
    batches: [
      { ingredient: '牛奶', code: 'M-1119-02', days: 4 },
      { ingredient: '葡萄', code: 'P-1121-01', days: 1 },
      { ingredient: '珍珠', code: 'Z-1120-07', days: 0 },
    ],
  },
  takeaway: {
    shops: ['CD01', 'CD02'],
    stations: [
      { key: 'wok', name: '炒锅', capacity: 3 },
      { key: 'noodle', name: '面档', capacity: 2 },
    ],
    items: [
      rice('huiguorou', '回锅肉饭', 3200, ['五花肉', '青蒜']),
      rice('gongbao', '宫保鸡丁饭', 3000, ['鸡腿肉', '花生']),
      rice('mapo', '麻婆豆腐套餐', 2600, ['豆腐', '牛肉末']),
      rice('yuxiang', '鱼香肉丝饭', 2900, ['猪里脊', '木耳']),
      rice('shuizhu', '水煮牛肉饭', 4200, ['牛肉', '豆芽']),
      {
        sku: 'dandan',
        name: '担担面',
        section: '面',
        priceMinor: 1900,
        station: 'noodle',
        makeS: 240,
        options: [SPICE],
        ingredients: ['面条', '花生'],
        allergens: ['花生'],
      },
      { sku: 'plum', name: '酸梅汤', section: '饮品', priceMinor: 800, station: 'noodle', makeS: 20 },
    ],
    batches: [
      { ingredient: '鸡腿肉', code: 'J-1121-03', days: 2 },
      { ingredient: '牛肉', code: 'N-1121-01', days: 3 },
    ],
  },
  restaurant: {
    shops: ['CD01', 'CD03', 'HZ01'],
    stations: [
      { key: 'broth', name: '锅底', capacity: 4 },
      { key: 'wok', name: '热菜', capacity: 2 },
      { key: 'cold', name: '凉菜', capacity: 2 },
      { key: 'pastry', name: '面点', capacity: 1 },
    ],
    items: [
      dish('beef-broth', '牛油红锅', '锅底', 8800, 'broth', 480, { ingredients: ['牛油底料'] }),
      dish('tomato-broth', '番茄锅', '锅底', 6800, 'broth', 420, { ingredients: ['番茄'] }),
      dish('tripe', '鲜毛肚', '涮菜', 5800, 'cold', 120, { ingredients: ['毛肚'] }),
      dish('beef-slices', '吊龙牛肉', '涮菜', 6900, 'cold', 150, { ingredients: ['牛肉'] }),
      dish('crispy-pork', '现炸小酥肉', '小吃', 3800, 'wok', 360, {
        ingredients: ['猪里脊', '鸡蛋'],
        allergens: ['鸡蛋', '麸质'],
      }),
      dish('brown-sugar', '红糖糍粑', '小吃', 2600, 'pastry', 300, {
        ingredients: ['糯米', '黄豆粉'],
        allergens: ['大豆'],
      }),
      dish('peanut-jelly', '冰粉', '小吃', 1200, 'cold', 60, { ingredients: ['花生'], allergens: ['花生'] }),
    ],
    batches: [
      { ingredient: '毛肚', code: 'MD-1121-02', days: 1 },
      { ingredient: '牛肉', code: 'NR-1121-05', days: 2 },
      { ingredient: '牛油底料', code: 'DL-1108-11', days: 160 },
    ],
  },
  general: {
    shops: ['NJ01'],
    stations: [
      { key: 'counter', name: '服务台', capacity: 2 },
      { key: 'repair', name: '维修台', capacity: 1 },
    ],
    items: [
      product('earbuds', '降噪耳机', 69900),
      product('charger', '65W 充电器', 12900),
      { ...product('battery', '电池更换', 19900), section: '服务', station: 'repair', makeS: 2400 },
    ],
    batches: [],
  },
}
