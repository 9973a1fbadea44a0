import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './ConditionList.module.css'
import { type Draft, sortOf } from './condition-fields.ts'
import { useConditionChoices } from './use-condition-choices.ts'

type Props = { draft: Draft; put: (draft: Draft) => void }

/** The values of one condition, by the sort of its field. */
export function ConditionValues({ draft, put }: Props) {
  switch (sortOf(draft.field)) {
    case 'choice':
      return <Choices draft={draft} put={put} />
    case 'number':
      return <Amount draft={draft} put={put} />
    case 'time':
      return <Span draft={draft} put={put} />
    case 'yesNo':
      return <YesNo draft={draft} put={put} />
    case 'words':
      return <Words draft={draft} put={put} />
  }
}

function Choices({ draft, put }: Props) {
  const { t } = useTranslation('inbox')
  const choices = useConditionChoices()(draft.field)
  return (
    <Select<string[]>
      className={styles.values}
      mode={draft.field === 'tag' ? 'tags' : 'multiple'}
      aria-label={t('condition.values')}
      placeholder={t('condition.choose')}
      value={draft.values ?? []}
      options={choices}
      showSearch={{ optionFilterProp: 'label' }}
      maxCount={50}
      maxTagCount={4}
      onChange={(values) => put({ ...draft, values: values.map((value) => value.trim()).filter(Boolean) })}
    />
  )
}

const MOST: Partial<Record<Draft['field'], number>> = { stars: 5, rating: 5 }

function Amount({ draft, put }: Props) {
  const { t } = useTranslation('inbox')
  const levels = useConditionChoices()(draft.field)
  if (levels.length > 0) {
    return (
      <Select
        className={styles.values}
        aria-label={t('condition.values')}
        value={String(draft.value ?? '')}
        options={levels}
        onChange={(value) => put({ ...draft, value: Number(value) })}
      />
    )
  }
  return (
    <InputNumber
      aria-label={t('condition.amount')}
      min={draft.field === 'stars' || draft.field === 'rating' ? 1 : 0}
      max={MOST[draft.field] ?? 1000}
      precision={0}
      value={draft.value as number}
      onChange={(value) => put({ ...draft, value })}
    />
  )
}

function Span({ draft, put }: Props) {
  const { t } = useTranslation('inbox')
  const span = draft.span ?? { amount: 7, unit: 'day' as const }
  return (
    <span className={styles.span}>
      <InputNumber
        aria-label={t('condition.amount')}
        min={1}
        max={3650}
        precision={0}
        value={span.amount}
        onChange={(amount) => put({ ...draft, span: { ...span, amount } })}
      />
      <Select
        aria-label={t('condition.unit')}
        value={span.unit}
        options={(['minute', 'hour', 'day'] as const).map((unit) => ({
          value: unit,
          label: t(`condition.units.${unit}`),
        }))}
        onChange={(unit) => put({ ...draft, span: { ...span, unit } })}
      />
    </span>
  )
}

function YesNo({ draft, put }: Props) {
  const { t } = useTranslation('inbox')
  return (
    <Select
      className={styles.values}
      aria-label={t('condition.values')}
      value={draft.value === true}
      options={[true, false].map((value) => ({
        value,
        label: t(`condition.${value ? 'yes' : 'no'}.${draft.field}`),
      }))}
      onChange={(value) => put({ ...draft, value })}
    />
  )
}

function Words({ draft, put }: Props) {
  const { t } = useTranslation('inbox')
  return (
    <Input
      className={styles.values}
      aria-label={t('condition.values')}
      placeholder={t('condition.wordsPlaceholder')}
      maxLength={40}
      value={String(draft.value ?? '')}
      onChange={(event) => put({ ...draft, value: event.target.value })}
    />
  )
}
