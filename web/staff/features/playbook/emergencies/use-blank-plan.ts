import { useTranslation } from 'react-i18next'
import type { EmergencyPlan, PlanStep } from '#contracts/playbook/emergency'

/** A new plan with the least that every plan needs: a leader, a shop, a speaker, and four steps from the first call to the review. */
export function useBlankPlan() {
  const { t } = useTranslation('playbook-emergency')
  const post = (key: string, chain: EmergencyPlan['posts'][number]['chain']) => ({
    key,
    name: t(`blank.post.${key}`),
    duty: t(`blank.duty.${key}`),
    chain,
    people: 1,
  })
  const step = (key: string, more: Pick<PlanStep, 'phase' | 'post'> & Partial<PlanStep>): PlanStep => ({
    key,
    title: t(`blank.step.${key}`),
    proof: 'none',
    optional: false,
    ...more,
  })
  return (key: string): EmergencyPlan => ({
    key,
    kind: 'injury',
    name: '',
    summary: '',
    risks: [],
    grades: [],
    posts: [
      post('leader', ['region_manager', 'executive']),
      post('shop', ['shop_manager', 'shop_staff']),
      post('spokesperson', ['marketing', 'executive']),
    ],
    leader: 'leader',
    spokesperson: 'spokesperson',
    steps: [
      step('help', { phase: 'at_once', post: 'shop', due: { amount: 5, unit: 'minutes', from: 'opened' } }),
      step('call_team', {
        phase: 'at_once',
        post: 'leader',
        due: { amount: 10, unit: 'minutes', from: 'opened' },
        opens: 'call_down',
      }),
      step('keep_evidence', { phase: 'first_hours', post: 'shop', proof: 'file' }),
      step('review', { phase: 'closing', post: 'leader', proof: 'words' }),
    ],
    evidence: [],
    statements: [],
    sheet: [],
    callEverySec: 120,
    sealEveryMin: 10,
    affectedDays: 3,
    seal: false,
    hurtsPeople: false,
    affected: false,
  })
}
