import type { TFunction } from 'i18next'

type Words = TFunction<'tickets'>

/** What the sentences about investigations and assessments fill in, from the data of their facts. */
export function investigationValues(
  t: Words,
  data: Record<string, unknown>,
  values: Record<string, string>,
): Record<string, string> {
  const changed = Array.isArray(data.changed) ? data.changed : []
  const bracket = (words: string | undefined) => (words ? t('fact.named', { names: words }) : '')
  return {
    partsText: bracket(changed.map((part) => t(`fact.part.${part}`)).join(t('common:list.and'))),
    evidenceName: values.evidence ? t(`fact.evidence.${values.evidence}`) : '',
    titled: values.title ? t('fact.heard', { words: values.title }).trim() : '',
    causeText: bracket(values.cause),
    stanceName: values.stance ? t(`fact.stance.${values.stance}`) : '',
    lateText: data.late === true ? bracket(t('fact.late')) : '',
    unheardText: values.unheard ? bracket(t('fact.unheard', { reason: values.unheard })) : '',
    earlyText: values.early ? bracket(t('fact.early', { reason: values.early })) : '',
  }
}

const OWN = ['statement', 'opinion', 'decision']
const TOLD = ['task_given', 'task_done', 'task_cancelled']

/** Tasks of a statement, an opinion or a decision are told by lines of their own. */
export function toldByInvestigation(fact: string, data: Record<string, unknown>): boolean {
  return OWN.includes(String(data.task)) && TOLD.includes(fact)
}
