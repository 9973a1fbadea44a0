import { ChannelKind, type Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import type { Finding, IssuePath } from './playbook-issue.ts'

/** Every brand has these from its first day; channels that are connected later have no form of their own unless somebody writes one. */
const FORM_CHANNELS: readonly ChannelKind[] = ['qr', 'counter', 'website', 'api']

/** Names that are used twice, and names that are used and do not exist. */
export function referenceFindings(playbook: Playbook): Finding[] {
  return [
    ...doubledKeys(playbook),
    ...formFindings(playbook),
    ...categoryFindings(playbook),
    ...teamFindings(playbook),
    ...calendarFindings(playbook),
  ]
}

function doubledKeys(playbook: Playbook): Finding[] {
  const lists: [IssuePath, readonly { key: string }[]][] = [
    [['categories'], playbook.categories],
    ...playbook.categories.map((c, i): [IssuePath, { key: string }[]] => [
      ['categories', i, 'children'],
      c.children,
    ]),
    [['risks'], playbook.risks],
    [['teams'], playbook.teams],
    [['calendars'], playbook.calendars],
    [['templates'], playbook.templates],
    [['compensation', 'offers'], playbook.compensation.offers],
    [['causes'], playbook.causes],
    [['orders', 'stations'], playbook.orders.stations],
    [['closing', 'rejectReasons'], playbook.closing.rejectReasons],
    [['closing', 'ratingReasons'], playbook.closing.ratingReasons],
    ...playbook.forms.flatMap((form, i): [IssuePath, { key: string }[]][] => [
      [['forms', i, 'fields'], form.fields],
      ...form.fields.map((f, n): [IssuePath, { key: string }[]] => [
        ['forms', i, 'fields', n, 'options'],
        f.options ?? [],
      ]),
    ]),
    ...playbook.emergencies.flatMap(keysOfPlan),
    [['emergencies'], playbook.emergencies],
  ]
  return lists.flatMap(([path, items]) => {
    const seen = new Set<string>()
    return items.flatMap(({ key }, i) => {
      if (!seen.has(key)) {
        seen.add(key)
        return []
      }
      return [{ code: 'doubledKey', path: [...path, i, 'key'], data: { key } }]
    })
  })
}

function keysOfPlan(plan: EmergencyPlan, i: number): [IssuePath, readonly { key: string }[]][] {
  const lists = (['grades', 'posts', 'steps', 'evidence', 'statements', 'sheet'] as const).map(
    (part): [IssuePath, readonly { key: string }[]] => [['emergencies', i, part], plan[part]],
  )
  const choices = plan.sheet.map((field, n): [IssuePath, readonly { key: string }[]] => [
    ['emergencies', i, 'sheet', n, 'choices'],
    field.choices,
  ])
  return [...lists, ...choices]
}

function formFindings(playbook: Playbook): Finding[] {
  const findings: Finding[] = []
  for (const channel of ChannelKind.options) {
    const at = playbook.forms.flatMap((form, i) => (form.channel === channel ? [i] : []))
    if (at.length === 0 && FORM_CHANNELS.includes(channel))
      findings.push({ code: 'noForm', path: ['forms'], data: { channel } })
    for (const i of at.slice(1))
      findings.push({ code: 'doubledForm', path: ['forms', i, 'channel'], data: { channel } })
  }
  playbook.forms.forEach((form, i) => {
    form.fields.forEach((field, n) => {
      const has = (field.options?.length ?? 0) > 0
      const path = ['forms', i, 'fields', n]
      if (field.key === 'wants' && !has) findings.push({ code: 'noOptions', path })
      if (field.key !== 'wants' && has) findings.push({ code: 'strayOptions', path: [...path, 'options'] })
    })
  })
  return findings
}

function categoryFindings(playbook: Playbook): Finding[] {
  const parents = new Set(playbook.categories.map((c) => c.key))
  const leaves = new Set(
    playbook.categories.flatMap((c) => c.children.map((child) => `${c.key}.${child.key}`)),
  )
  const findings: Finding[] = []
  const leaf = (path: IssuePath, category: string) => {
    if (!leaves.has(category)) findings.push({ code: 'unknownCategory', path, data: { category } })
  }
  leaf(['fallbackCategory'], playbook.fallbackCategory)
  playbook.risks.forEach((risk, i) => {
    leaf(['risks', i, 'category'], risk.category)
  })
  playbook.responsibility.forEach((rule, i) => {
    rule.when.categories?.forEach((category, n) => {
      if (!parents.has(category)) leaf(['responsibility', i, 'when', 'categories', n], category)
    })
  })
  playbook.compensation.offers.forEach((offer, i) => {
    offer.when.categories?.forEach((category, n) => {
      if (!parents.has(category)) leaf(['compensation', 'offers', i, 'when', 'categories', n], category)
    })
  })
  playbook.revisit.rules.forEach((rule, i) => {
    rule.when.categories?.forEach((category, n) => {
      if (!parents.has(category)) leaf(['revisit', 'rules', i, 'when', 'categories', n], category)
    })
  })
  return findings
}

function teamFindings(playbook: Playbook): Finding[] {
  const teams = new Map(playbook.teams.map((t) => [t.key, t]))
  const findings: Finding[] = []
  playbook.responsibility.forEach((rule, i) => {
    const team = teams.get(rule.team)
    if (!team)
      findings.push({ code: 'unknownTeam', path: ['responsibility', i, 'team'], data: { team: rule.team } })
    else if (!team.roles.includes(rule.role)) {
      findings.push({
        code: 'roleNotInTeam',
        path: ['responsibility', i, 'role'],
        data: { role: rule.role, team: rule.team },
      })
    }
    rule.together.forEach((key, n) => {
      const path = ['responsibility', i, 'together', n]
      if (!teams.has(key)) findings.push({ code: 'unknownTeam', path, data: { team: key } })
      else if (key === rule.team) findings.push({ code: 'togetherWithItself', path, data: { team: key } })
    })
  })
  return findings
}

function calendarFindings(playbook: Playbook): Finding[] {
  const calendars = new Set(playbook.calendars.map((c) => c.key))
  const rows = [
    ...(['P1', 'P2', 'P3', 'P4'] as const).map((p) => [['sla', p], playbook.sla[p]] as const),
    ...Object.entries(playbook.sla.kinds).map(([kind, row]) => [['sla', 'kinds', kind], row] as const),
  ]
  return rows.flatMap(([path, row]) =>
    Object.entries(row ?? {}).flatMap(([metric, target]) =>
      target && !calendars.has(target.calendar)
        ? [
            {
              code: 'unknownCalendar',
              path: [...path, metric, 'calendar'],
              data: { calendar: target.calendar },
            },
          ]
        : [],
    ),
  )
}
