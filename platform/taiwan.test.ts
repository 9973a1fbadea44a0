import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inTaiwan } from './taiwan.ts'

test.each([
  ['门店用短信和视频通知用户', '門市用簡訊和影片通知使用者'],
  ['默认打印到后厨，登录后可改', '預設列印到廚房，登入後可改'],
  ['外卖被投诉，骑手扫二维码', '外送被客訴，外送員掃QR Code'],
  ['奶茶质量没问题，食品安全和卫生也好', '奶茶品質沒問題，食品安全和衛生也好'],
  ['支付宝充值到账，银行卡三天', '支付寶儲值到帳，金融卡三天'],
  ['网络和数据都恢复了，请发信息', '網路和資料都恢復了，請發訊息'],
  ['报警以后去派出所，把录像交公安', '報警以後去派出所，把錄影交警方'],
  ['家里烧坏的先订酒店', '家裡燒壞的先訂飯店'],
  ['我的岗位没人应答，请上报对接人', '我的職務沒人回應，請通報窗口'],
  ['统一口径，消隐患，核三无产品的资质', '統一說法，排除危險，核來源不明產品的資格文件'],
  ['做完项目后写护理记录', '做完療程後寫護理紀錄'],
])('%s is written %s', (written, read) => {
  expect(inTaiwan(written)).toBe(read)
})

test.each([
  ['服务员点单，菜品在菜单上', '服務人員點餐，菜色在菜單上'],
  ['在公众号菜单里点菜单', '在公眾號選單裡點選單'],
  ['群里问客群里有谁', '群組裡問客群裡有誰'],
  ['报市场监管部门，再告诉市场部', '報市場監管部門，再告訴行銷部'],
  ['《个人信息保护法》管个人信息', '《個人信息保護法》管個人資料'],
  ['这台设备可以登录，开水设备要停', '這台裝置可以登入，開水設備要停'],
  ['保存后，材料保存三年', '儲存後，材料保存三年'],
  ['审核通过，审计也看', '審核通過，稽核也看'],
  ['协议不得投诉，投诉另办', '協議不得申訴，客訴另辦'],
  ['马上报警，线上报名，再上报', '馬上報警，線上報名，再通報'],
  ['平台账号不进台账', '平台帳號不進清冊'],
  ['记录结果，全程记录，打印记录', '記錄結果，全程記錄，列印紀錄'],
  ['这条消息、这条措施、这条规则', '這則訊息、這項措施、這條規則'],
  ['改进项目不是护理项目', '改進項目不是護理療程'],
  ['对外唯一出口，别只贴公告，不签字', '對外唯一出口，別只貼公告，不簽字'],
])('a longer term goes before a shorter one: %s', (written, read) => {
  expect(inTaiwan(written)).toBe(read)
})

test('variables stay as they are, points after a number are counted in 點', () => {
  expect(inTaiwan('{{门店}}送您 {{points}} 积分')).toBe('{{门店}}送您 {{points}} 點')
})

test('things are counted in 筆, notices in 則, conditions as they are', () => {
  expect(inTaiwan('{{count}} 条里认可了 {{agreed}} 条')).toBe('{{count}} 筆裡認可了 {{agreed}} 筆')
  expect(inTaiwan('{{count}} 条合在一起')).toBe('{{count}} 則合在一起')
  expect(inTaiwan('共 {{count}} 条件')).toBe('共 {{count}} 條件')
})

test('a term stands once in locales/zh-TW.terms.json', () => {
  const file = join(import.meta.dirname, '..', 'locales', 'zh-TW.terms.json')
  const groups = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>
  const terms = Object.values(groups).flatMap((group) => Object.keys(group))
  expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([])
  expect(terms.filter((term) => /[^\p{Script=Han}\p{L}，。、·“”「」 ]/u.test(term))).toEqual([])
})
