import type { Role } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import { type EmergencyPlan, STATEMENT_VARIABLES } from '#contracts/playbook/emergency'
import type { Finding, IssuePath } from './playbook-issue.ts'
import { reviewRequests, unknownVariables } from './wording-findings.ts'

/** From this severity on a risk group should find its plan. */
const SERIOUS = 3

/** What keeps an emergency plan from working when it is needed. Doubled keys are found with all others. */
export function emergencyFindings(playbook: Playbook): Finding[] {
  return playbook.emergencies.flatMap((plan, i) => [
    ...postFindings(plan, ['emergencies', i]),
    ...stepFindings(plan, ['emergencies', i]),
    ...riskFindings(plan, ['emergencies', i], playbook),
    ...lawFindings(plan, ['emergencies', i]),
    ...sheetFindings(plan, ['emergencies', i]),
    ...statementFindings(plan, ['emergencies', i]),
  ])
}

/** What is worth a look: serious risks without a plan. A playbook from before there were plans is told once. */
export function emergencyAdvice(playbook: Playbook): Finding[] {
  if (playbook.emergencies.length === 0) return [{ code: 'noPlans', path: ['emergencies'] }]
  const planned = new Set(playbook.emergencies.flatMap((plan) => plan.risks))
  return playbook.risks.flatMap((risk, i): Finding[] =>
    risk.severity >= SERIOUS && !planned.has(risk.key)
      ? [{ code: 'riskWithoutPlan', path: ['risks', i], data: { risk: nameOf(risk.name) } }]
      : [],
  )
}

/** Posts that nobody in the house can fill: no role of the chain is held by anybody. */
export function chainAdvice(playbook: Playbook, held: ReadonlySet<Role>): Finding[] {
  return playbook.emergencies.flatMap((plan, i) =>
    plan.posts.flatMap((post, n): Finding[] =>
      post.chain.some((role) => held.has(role))
        ? []
        : [
            {
              code: 'chainHeldByNobody',
              path: ['emergencies', i, 'posts', n, 'chain'],
              data: { plan: nameOf(plan.name), post: nameOf(post.name) },
            },
          ],
    ),
  )
}

function postFindings(plan: EmergencyPlan, path: IssuePath): Finding[] {
  const posts = new Set(plan.posts.map((post) => post.key))
  const missing = (at: IssuePath, post: string): Finding[] =>
    posts.has(post) ? [] : [{ code: 'unknownPost', path: [...path, ...at], data: { post } }]
  return [
    ...missing(['leader'], plan.leader),
    ...missing(['spokesperson'], plan.spokesperson),
    ...plan.steps.flatMap((step, n) => missing(['steps', n, 'post'], step.post)),
  ]
}

/** Steps for a degree that the plan does not know, and steps that lead to a part that it does not have. */
function stepFindings(plan: EmergencyPlan, path: IssuePath): Finding[] {
  const grades = new Set(plan.grades.map((grade) => grade.key))
  const has = {
    seal: plan.seal,
    affected: plan.affected,
    statements: plan.statements.length > 0,
    sheet: plan.sheet.length > 0,
    call_down: true,
  }
  return plan.steps.flatMap((step, n): Finding[] => [
    ...(step.grades ?? []).flatMap((grade, g): Finding[] =>
      grades.has(grade)
        ? []
        : [{ code: 'unknownGrade', path: [...path, 'steps', n, 'grades', g], data: { grade } }],
    ),
    ...(step.due?.from === 'graded' && grades.size === 0
      ? [{ code: 'dueWithoutGrades', path: [...path, 'steps', n, 'due'] }]
      : []),
    ...(step.opens && !has[step.opens]
      ? [{ code: `stepOpensNothing_${step.opens}`, path: [...path, 'steps', n, 'opens'] }]
      : []),
  ])
}

function riskFindings(plan: EmergencyPlan, path: IssuePath, { risks }: Playbook): Finding[] {
  const known = new Set(risks.map((risk) => risk.key))
  const unknown = (keys: readonly string[], at: IssuePath): Finding[] =>
    keys.flatMap((risk, n) =>
      known.has(risk) ? [] : [{ code: 'unknownRisk', path: [...at, n], data: { risk } }],
    )
  return [
    ...unknown(plan.risks, [...path, 'risks']),
    ...plan.grades.flatMap(({ from }, g) =>
      unknown(from?.risks ?? [], [...path, 'grades', g, 'from', 'risks']),
    ),
  ]
}

/** Source: food safety law 103 and the national food-incident plan (reference 9.3): every food plan owes a report. */
function lawFindings(plan: EmergencyPlan, path: IssuePath): Finding[] {
  if (plan.kind !== 'food_safety' || plan.steps.some((step) => step.law)) return []
  return [{ code: 'foodPlanWithoutLaw', path: [...path, 'steps'], data: { plan: nameOf(plan.name) } }]
}

function sheetFindings(plan: EmergencyPlan, path: IssuePath): Finding[] {
  return plan.sheet.flatMap((field, n): Finding[] => {
    const at = [...path, 'sheet', n, 'choices']
    if (field.kind === 'choice' && field.choices.length < 2) return [{ code: 'tooFewChoices', path: at }]
    if (field.kind !== 'choice' && field.choices.length > 0) return [{ code: 'strayChoices', path: at }]
    return []
  })
}

function statementFindings(plan: EmergencyPlan, path: IssuePath): Finding[] {
  return plan.statements.flatMap(({ text }, n) => {
    const at = [...path, 'statements', n, 'text']
    return [...unknownVariables(at, text, STATEMENT_VARIABLES), ...reviewRequests(at, text)]
  })
}

function nameOf(name: EmergencyPlan['name']): string {
  return typeof name === 'string' ? name : name['zh-CN']
}
