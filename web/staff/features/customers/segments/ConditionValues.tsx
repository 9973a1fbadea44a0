import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  type CountCondition,
  MOST_DAYS,
  type RatingCondition,
  type SegmentCondition,
  type SetCondition,
  type WhenCondition,
} from '#contracts/customers/segments'
import { CHOICES, KINDS, SPANS } from './facts.ts'
import styles from './segments.module.css'
import type { Named } from './use-segment-words.ts'

type Change = (condition: SegmentCondition) => void

/** The fields behind a fact, in the order in which the sentence reads. */
export function ConditionValues(props: { condition: SegmentCondition; named: Named; change: Change }) {
  const { condition, named, change } = props
  switch (condition.fact) {
    case 'orders':
    case 'spent':
    case 'visits':
    case 'tickets':
      return <CountFields c={condition} named={named} change={change} />
    case 'meanRating':
    case 'lastRating':
      return <RatingFields c={condition} change={change} />
    case 'lastOrder':
    case 'firstOrder':
    case 'lastVisit':
    case 'lastTicket':
    case 'known':
    case 'checked':
      return <WhenFields c={condition} change={change} />
    default:
      return <SetFields c={condition} named={named} change={change} />
  }
}

function Op<T extends string>(props: { value: T; of: readonly T[]; change: (op: T) => void }) {
  const { t } = useTranslation('segments')
  return (
    <Select<T>
      className={styles.op}
      aria-label={t('op.label')}
      value={props.value}
      options={props.of.map((value) => ({ value, label: t(`op.${value}`) }))}
      onChange={props.change}
    />
  )
}

function CountFields({ c, named, change }: { c: CountCondition; named: Named; change: Change }) {
  const { t } = useTranslation('segments')
  const spent = c.fact === 'spent'
  const days = c.days ?? 0
  const spans = [0, ...SPANS, ...(days && !SPANS.includes(days as 7) ? [days] : [])]
  const places = [
    ...named.regions.map(({ id, name }) => ({ value: id, label: name })),
    ...named.shops.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const regions = new Set(named.regions.map(({ id }) => id))
  return (
    <>
      <Op
        value={c.op}
        of={['atLeast', 'atMost'] as const}
        change={(op) => change({ ...c, op } as CountCondition)}
      />
      <InputNumber
        className={styles.number}
        aria-label={t('field.number')}
        min={0}
        max={spent ? 1_000_000_000 : 100_000}
        precision={0}
        value={spent ? c.n / 100 : c.n}
        suffix={spent ? undefined : t('unit.times')}
        prefix={spent ? symbolOf(named.currency) : undefined}
        onChange={(n) => change({ ...c, n: Math.round((n ?? 0) * (spent ? 100 : 1)) } as CountCondition)}
      />
      <Select<number>
        className={styles.span}
        aria-label={t('field.span')}
        value={days}
        options={spans
          .toSorted((a, b) => a - b)
          .map((value) => ({
            value,
            label: value ? t('field.lastDays', { count: value }) : t('field.ever'),
          }))}
        onChange={(next) => change({ ...c, days: next || undefined } as CountCondition)}
      />
      {c.fact === 'tickets' ? (
        <Many
          label={t('field.kinds')}
          empty={t('field.anyKind')}
          values={c.kinds}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          change={(kinds) => change({ ...c, kinds: kinds as typeof c.kinds })}
        />
      ) : null}
      {c.fact === 'orders' ? (
        <Many
          label={t('field.items')}
          empty={t('field.anyItem')}
          values={c.items}
          change={(items) => change({ ...c, items })}
        />
      ) : null}
      <Many
        label={t('field.places')}
        empty={t('field.anywhere')}
        values={[...c.regions, ...c.shops]}
        options={places}
        change={(ids) =>
          change({
            ...c,
            regions: ids.filter((id) => regions.has(id)),
            shops: ids.filter((id) => !regions.has(id)),
          } as CountCondition)
        }
      />
    </>
  )
}

function RatingFields({ c, change }: { c: RatingCondition; change: Change }) {
  const { t } = useTranslation('segments')
  return (
    <>
      <Op value={c.op} of={['atLeast', 'atMost'] as const} change={(op) => change({ ...c, op })} />
      <InputNumber
        className={styles.number}
        aria-label={t('field.number')}
        min={1}
        max={5}
        step={0.5}
        value={c.n}
        suffix={t('unit.stars')}
        onChange={(n) => change({ ...c, n: Math.round((n ?? 1) * 2) / 2 })}
      />
    </>
  )
}

function WhenFields({ c, change }: { c: WhenCondition; change: Change }) {
  const { t } = useTranslation('segments')
  return (
    <>
      <Op
        value={c.op}
        of={['within', 'before', 'never'] as const}
        change={(op) =>
          change(op === 'never' ? { fact: c.fact, op } : { fact: c.fact, op, days: c.days ?? 30 })
        }
      />
      {c.op === 'never' ? null : (
        <InputNumber
          className={styles.number}
          aria-label={t('field.days')}
          min={1}
          max={MOST_DAYS}
          precision={0}
          value={c.days ?? 30}
          suffix={t(c.op === 'within' ? 'unit.days' : 'unit.daysAgo')}
          onChange={(days) => change({ ...c, days: days ?? 1 })}
        />
      )}
    </>
  )
}

function SetFields({ c, named, change }: { c: SetCondition; named: Named; change: Change }) {
  const { t } = useTranslation(['segments', 'customers'])
  const choices = (): { value: string; label: string }[] | undefined => {
    switch (c.fact) {
      case 'shop':
        return named.shops.map(({ id, name }) => ({ value: id, label: name }))
      case 'birthMonth':
        return CHOICES.birthMonth.map((n) => ({ value: String(n), label: t('month', { n }) }))
      case 'consent':
        return CHOICES.consent.map((value) => ({ value, label: t(`customers:purpose.${value}`) }))
      case 'value':
      case 'trait':
      case 'identity':
      case 'language':
        return CHOICES[c.fact].map((value) => ({ value, label: t(`customers:${c.fact}.${value}`) }))
      default:
        return undefined
    }
  }
  const options = choices()
  return (
    <>
      <Op value={c.op} of={['any', 'none'] as const} change={(op) => change({ ...c, op } as SetCondition)} />
      <Many
        label={t('field.values')}
        empty={t(options ? 'field.values' : 'field.typed')}
        values={c.values.map(String)}
        {...(options ? { options } : {})}
        change={(values) =>
          change({ ...c, values: c.fact === 'birthMonth' ? values.map(Number) : values } as SetCondition)
        }
      />
    </>
  )
}

/** Several of a list, or words that are typed when there is no list. */
function Many(props: {
  label: string
  empty: string
  values: readonly string[]
  options?: { value: string; label: string }[]
  change: (values: string[]) => void
}) {
  const { options } = props
  return (
    <Select<string[]>
      className={styles.many}
      aria-label={props.label}
      mode={options ? 'multiple' : 'tags'}
      maxCount={20}
      maxTagCount="responsive"
      value={[...props.values]}
      placeholder={props.empty}
      {...(options ? { options, optionFilterProp: 'label' } : { open: false, suffixIcon: null })}
      tokenSeparators={[',', '，', '、']}
      onChange={(values) => props.change(values.map((value) => value.trim()).filter(Boolean))}
    />
  )
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat('zh-CN', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}
