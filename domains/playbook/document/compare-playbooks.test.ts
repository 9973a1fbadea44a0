import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { comparePlaybooks } from './compare-playbooks.ts'
import { readPlaybook } from './read-playbook.ts'

const yaml = readFileSync(new URL('../fixtures/noodle-shop.yaml', import.meta.url), 'utf8')
const before = readPlaybook(yaml, 'noodle-shop.yaml').playbook as Playbook

function changes(edit: (playbook: Playbook) => void, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const after = JSON.parse(JSON.stringify(before)) as Playbook
  edit(after)
  return comparePlaybooks(before, after, locale)
}
const lines = (edit: (playbook: Playbook) => void, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  changes(edit, locale).map((c) => `${c.where}｜${c.before} → ${c.after}`)

test('nothing changed', () => {
  expect(changes(() => {})).toEqual([])
})

test('the order in which a database gives the fields back is no change', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).reverse()
    return Object.fromEntries(entries.map(([key, part]) => [key, reversed(part)]))
  }
  expect(comparePlaybooks(before, reversed(before) as Playbook, 'zh-CN')).toEqual([])
})

test('a target is one line with its unit and working hours', () => {
  const edit = (p: Playbook) => {
    p.sla.P2.respond = { minutes: 90, calendar: 'always' }
  }
  expect(changes(edit)).toEqual([
    {
      path: 'sla.P2.respond',
      where: '时限 › P2 › 首次响应',
      change: 'changed',
      before: '2 小时 · 门店营业时间',
      after: '90 分钟 · 全天',
    },
  ])
  expect(lines(edit, 'en')).toEqual(['Time limits › P2 › First response｜2 h · 门店营业时间 → 90 min · 全天'])
})

test('an added rule does not make every later one look changed', () => {
  const edit = (p: Playbook) => {
    p.responsibility.unshift({
      ...structuredClone(before.responsibility[1]),
      name: '二号店的急事',
      when: { shops: ['S02'] },
    } as never)
  }
  expect(changes(edit)).toMatchObject([{ path: 'responsibility[0]', change: 'added', after: '二号店的急事' }])
})

test('the order of rules is told by their names', () => {
  const edit = (p: Playbook) => {
    p.responsibility = [1, 0, 2, 3].map((i) => p.responsibility[i]) as Playbook['responsibility']
  }
  expect(lines(edit)).toEqual([
    '责任分工 › 先后顺序｜食品安全 → 一号店的急事 → 服务类投诉 → 其余 → 一号店的急事 → 食品安全 → 服务类投诉 → 其余',
  ])
})

test('a renamed rule is one change', () => {
  expect(lines((p) => Object.assign(p.responsibility[0] as object, { name: '食品安全（品控）' }))).toEqual([
    '责任分工 › 食品安全（品控） › 名称｜食品安全 → 食品安全（品控）',
  ])
})

test('keys are shown by their names', () => {
  const edit = (p: Playbook) => {
    p.fallbackCategory = 'service.wait'
    Object.assign(p.responsibility[0] as object, {
      team: 'shop',
      role: 'shop_manager',
      chain: ['region_manager'],
    })
    Object.assign(p.templates[1] as object, { tone: 'warm' })
  }
  expect(lines(edit)).toEqual([
    '兜底分类｜其他 › 其他 → 服务 › 等待',
    '责任分工 › 食品安全 › 负责团队｜品控组 → 门店',
    '责任分工 › 食品安全 › 负责岗位｜品控 → 店长',
    '责任分工 › 食品安全 › 升级顺序｜店长、区域经理 → 区域经理',
    '话术 › 道歉 › 语气｜正式 → 亲切',
  ])
})

test('words that came and went', () => {
  const edit = (p: Playbook) => {
    p.signals.complaint = [...p.signals.complaint.filter((w) => w !== '差'), '馊了', '糊了']
    Object.assign(p.risks[0] as object, { words: ['异物', '头发', '虫子', '钢丝', '玻璃'] })
  }
  expect(changes(edit).map((c) => [c.where, c.change, c.before, c.after])).toEqual([
    ['识别词 › 投诉', 'added', '', '馊了、糊了'],
    ['识别词 › 投诉', 'removed', '差', ''],
    ['风险词 › 吃出异物 › 识别词', 'added', '', '玻璃'],
  ])
})

test('matrix, scales, numbers and switches', () => {
  const edit = (p: Playbook) => {
    p.matrix[1][1] = 'P2'
    p.severity[3] = '有人受伤'
    p.sla.warnAt = 0.8
    p.sla.escalateEveryMin = 90
    p.closing.silentDays = 5
    Object.assign(p.calendars[2] as object, { holidays: false })
    Object.assign(p.forms[0]?.fields[0] as object, { required: true })
  }
  expect(lines(edit)).toEqual([
    '登记表 › 扫码 › 栏目 › 心情 › 必填｜否 → 是',
    '严重程度 › 第 4 条｜伤人 → 有人受伤',
    '优先级表 › 严重 2 × 影响 2｜P3 → P2',
    '工作时间 › 工作日 › 法定节假日休息｜是 → 否',
    '时限 › 提前预警｜75% → 80%',
    '时限 › 超时后逐级上报｜1 小时 → 90 分钟',
    '确认与结束 › 多少天不回复自动结束｜7 天 → 5 天',
  ])
})

test('a long text is cut to where it differs, each language for itself', () => {
  const long = '您好，'.repeat(30)
  const edit = (p: Playbook) =>
    Object.assign(p.templates[0] as object, {
      text: { 'zh-CN': `${before.templates[0]?.text}谢谢`, en: 'Got it' },
    })
  expect(lines(edit)).toEqual([
    expect.stringContaining('话术 › 收到 › 内容｜…'),
    '话术 › 收到 › 内容 › 英文｜ → Got it',
  ])
  expect(changes((p) => Object.assign(p.forms[0] as object, { thanks: long }))[0]?.after.length).toBeLessThan(
    62,
  )
})

test('a removed category', () => {
  const edit = (p: Playbook) => p.categories[0]?.children.pop()
  expect(changes(edit)).toMatchObject([
    { where: '问题分类 › 出品 › 小类 › 分量', change: 'removed', before: '分量', after: '' },
  ])
})
