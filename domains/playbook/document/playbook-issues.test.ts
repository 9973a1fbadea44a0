import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type IssuePath, readablePath } from './playbook-issue.ts'
import { checkPlaybook, playbookIssues } from './playbook-issues.ts'
import { readPlaybook } from './read-playbook.ts'
import { asksForReview } from './wording-findings.ts'

const text = readFileSync(new URL('../fixtures/noodle-shop.yaml', import.meta.url), 'utf8')

/** The sound document with one place changed; `undefined` removes it. */
function changed(path: IssuePath, value: unknown): unknown {
  const document: unknown = JSON.parse(JSON.stringify(parse(text, { merge: true })))
  let place = document as Record<string | number, unknown>
  for (const part of path.slice(0, -1)) place = place[part] as typeof place
  const last = path.at(-1) ?? ''
  if (value === undefined) delete place[last]
  else place[last] = value
  return document
}

const found = (document: unknown) =>
  checkPlaybook(document).findings.map((f) => `${f.code} ${readablePath(f.path)}`)

test('the sound document has no mistakes', () => {
  expect(found(changed(['name'], '面馆'))).toEqual([])
})

describe('shape', () => {
  test.each<[IssuePath, unknown, string]>([
    [['summary'], undefined, 'missing summary'],
    [['closing', 'silentDays'], 'seven', 'wrongType closing.silentDays'],
    [['closing', 'silentDays'], 0, 'tooSmall_number closing.silentDays'],
    [['closing', 'silentDays'], 99, 'tooBig_number closing.silentDays'],
    [['closing', 'silentdays'], 3, 'unknownField closing.silentdays'],
    [['teams', 0, 'key'], '门店', 'notKey teams[0].key'],
    [['teams', 0, 'roles', 0], 'boss', 'notOneOf teams[0].roles[0]'],
    [['teams'], [], 'tooSmall_list teams'],
    [['teams', 0, 'publicName'], '', 'tooSmall_text teams[0].publicName'],
    [['teams', 0, 'name'], 12, 'notText teams[0].name'],
    [['risks', 2, 'words', 0], 12315, 'wrongType risks[2].words[0]'],
    [['calendars', 2, 'week', 0, 0, 1], '18：00', 'notTime calendars[2].week[0][0][1]'],
    [['kinds', 'praise'], undefined, 'missing kinds.praise'],
  ])('%j = %j', (path, value, expected) => {
    expect(found(changed(path, value))).toContain(expected)
  })
})

describe('references', () => {
  test.each<[IssuePath, unknown, string]>([
    [['fallbackCategory'], 'other.nothing', 'unknownCategory fallbackCategory'],
    [['fallbackCategory'], 'other', 'unknownCategory fallbackCategory'],
    [['risks', 1, 'category'], 'food', 'unknownCategory risks[1].category'],
    [
      ['responsibility', 0, 'when', 'categories'],
      ['food', 'drinks'],
      'unknownCategory responsibility[0].when.categories[1]',
    ],
    [['responsibility', 0, 'team'], 'kitchen', 'unknownTeam responsibility[0].team'],
    [['responsibility', 0, 'together'], ['kitchen'], 'unknownTeam responsibility[0].together[0]'],
    [['responsibility', 0, 'together'], ['quality'], 'togetherWithItself responsibility[0].together[0]'],
    [['responsibility', 0, 'role'], 'agent', 'roleNotInTeam responsibility[0].role'],
    [['sla', 'P2', 'respond', 'calendar'], 'night', 'unknownCalendar sla.P2.respond.calendar'],
    [
      ['sla', 'kinds', 'praise', 'respond', 'calendar'],
      'night',
      'unknownCalendar sla.kinds.praise.respond.calendar',
    ],
    [['teams', 1, 'key'], 'shop', 'doubledKey teams[1].key'],
    [['categories', 0, 'children', 1, 'key'], 'taste', 'doubledKey categories[0].children[1].key'],
    [['forms', 0, 'fields', 1, 'key'], 'mood', 'doubledKey forms[0].fields[1].key'],
    [['forms', 3, 'channel'], 'website', 'doubledForm forms[3].channel'],
    [['forms', 3, 'channel'], 'website', 'noForm forms'],
    [['forms', 1, 'fields', 2, 'options'], undefined, 'noOptions forms[1].fields[2]'],
    [
      ['forms', 1, 'fields', 0, 'options'],
      [{ key: 'a', label: '甲' }],
      'strayOptions forms[1].fields[0].options',
    ],
  ])('%j = %j', (path, value, expected) => {
    expect(found(changed(path, value))).toContain(expected)
  })
})

describe('rules', () => {
  test.each<[IssuePath, unknown, string]>([
    [['responsibility', 3, 'when'], { kinds: ['praise'] }, 'lastRuleNotForAll responsibility[3].when'],
    [['responsibility', 1, 'when'], {}, 'ruleForAllTooEarly responsibility[1].when'],
    [['responsibility', 3, 'chain'], ['agent', 'lead'], 'chainStartsWithOwnRole responsibility[3].chain[0]'],
    [['matrix', 2, 1], 'P4', 'matrixNotMonotone matrix[2][1]'],
    [['sla', 'P2', 'plan', 'minutes'], 60, 'slaOutOfOrder sla.P2.plan'],
    [['sla', 'P1', 'acknowledge', 'minutes'], 9, 'slaSlowerForWorse sla.P1.acknowledge'],
    [['calendars', 2, 'week'], [[], [], [], [], [], [], []], 'officeWithoutHours calendars[2].week'],
    [['calendars', 2, 'week'], undefined, 'officeWithoutHours calendars[2].week'],
    [['calendars', 1, 'holidays'], true, 'strayHolidays calendars[1].holidays'],
    [['calendars', 2, 'week', 1], [['18:00', '09:00']], 'hoursBackwards calendars[2].week[1]'],
    [
      ['calendars', 2, 'week', 1],
      [
        ['09:00', '12:00'],
        ['11:00', '18:00'],
      ],
      'hoursOverlap calendars[2].week[1]',
    ],
    [['closing', 'remindBeforeDays'], 7, 'reminderTooEarly closing.remindBeforeDays'],
    [['templates', 0, 'scenario'], 'greeting', 'noTemplate templates'],
    [['templates', 1, 'text'], '{{custmer}}您好', 'unknownVariable templates[1].text'],
    [
      ['templates', 1, 'text'],
      { 'zh-CN': '您好', en: 'Hi {{name}}' },
      'unknownVariable templates[1].text.en',
    ],
    [['templates', 1, 'text'], '麻烦您把差评删一下', 'asksForReview templates[1].text'],
    [['forms', 0, 'thanks'], '给个五星好评吧', 'asksForReview forms[0].thanks'],
  ])('%j = %j', (path, value, expected) => {
    expect(found(changed(path, value))).toContain(expected)
  })
})

describe('a text must not ask for a review', () => {
  test.each([
    '好评返现 3 元，截图发给客服',
    '五星好评送小菜一份',
    '方便的话给我们一个好评',
    '改完评价我们马上退款，麻烦修改评价',
    '能不能把那条差评撤掉',
    '请您删除评价后联系我们',
    '评价可以改成四星吗',
    'We would be grateful if you could remove your review.',
    'Please change the rating to five stars.',
    'Could you leave us a 5-star review?',
  ])('%s', (words) => {
    expect(asksForReview(words)).toBeDefined()
  })

  test.each([
    '这份补偿和您怎么评价没有关系',
    '谢谢您的好评，我们会继续努力',
    '给这次处理打个分吧',
    '您在平台上的评价我们看到了，问题已经转给店长',
    '我们已经修改了菜单，谢谢您的建议',
    'Thank you for your kind review.',
    'How satisfied are you with how we handled this?',
  ])('allowed: %s', (words) => {
    expect(asksForReview(words)).toBeUndefined()
  })
})

test('mistakes are told in the reader’s language, with a remedy', () => {
  const document = changed(['responsibility', 0, 'team'], 'kitchen')
  expect(playbookIssues(document, 'zh-CN')).toEqual([
    {
      path: 'responsibility[0].team',
      problem: '没有代号为「kitchen」的团队。',
      remedy: '改成 teams 里有的代号，或者先把这个团队加上。',
    },
  ])
  expect(playbookIssues(document, 'en')[0]?.problem).toBe('There is no team with the key “kitchen”.')
  expect(playbookIssues(document, 'zh-TW')[0]?.problem).toContain('團隊')
})

describe('a file', () => {
  test('reads', () => {
    const { playbook, issues } = readPlaybook(text, 'noodle-shop.yaml')
    expect(issues).toEqual([])
    expect(playbook?.forms.map((f) => f.channel)).toEqual(['qr', 'counter', 'website', 'api'])
    expect(playbook?.sla.warnAt).toBe(0.75)
  })

  test('a mistake names file and line', () => {
    const wrong = text.replace('team: quality\n', 'team: kitchen\n')
    const line = wrong.split('\n').findIndex((l) => l.includes('team: kitchen')) + 1
    const { playbook, issues } = readPlaybook(wrong, 'noodle-shop.yaml')
    expect(playbook).toBeNull()
    expect(issues).toMatchObject([{ file: 'noodle-shop.yaml', line, path: 'responsibility[0].team' }])
  })

  test('something missing is placed at what surrounds it', () => {
    const wrong = text.replace('  silentDays: 7\n', '')
    const line = wrong.split('\n').findIndex((l) => l.startsWith('closing:')) + 2
    expect(readPlaybook(wrong, 'x.yaml').issues).toMatchObject([{ line, path: 'closing.silentDays' }])
  })

  test.each(['a: [1, 2', 'a: 1\na: 2', '\tb: 1'])('what is not YAML gives one clear sentence: %j', (yaml) => {
    const { playbook, issues } = readPlaybook(yaml, 'x.yaml')
    expect(playbook).toBeNull()
    expect(issues[0]?.problem).toContain('文件的格式读不懂')
  })
})
