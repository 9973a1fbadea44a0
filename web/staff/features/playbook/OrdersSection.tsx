import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import type { OrderPolicy } from '#contracts/playbook/orders'
import { Section } from '../../ui/Section.tsx'
import { ChoiceLine } from './ChoiceLine.tsx'
import { DaysLine } from './DaysLine.tsx'
import type { Edit } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import { NumberLine } from './NumberLine.tsx'
import { StationsPart } from './StationsPart.tsx'

type Props = { doc: Playbook; edit: Edit | null }
type NumberKey = 'contactWithinMin' | 'handOverMin' | 'warnBeforeMin' | 'reviewAfterMin'
type ChoiceKey = 'confirm' | 'check' | 'tellLate'
const DAY_MIN = 24 * 60

/** How orders are taken, made and brought (O1–O4), in the order in which an order goes. */
export function OrdersSection({ doc, edit }: Props) {
  const { t } = useTranslation('playbook-admin')
  const number = (key: NumberKey, min: number, max: number) => (
    <NumberLine
      label={t(`orders.${key}`)}
      hint={t(`orders.hint.${key}`)}
      unit={t('orders.minutes')}
      value={doc.orders[key]}
      min={min}
      max={max}
      onChange={edit ? (value) => edit.change(['orders', key], value) : undefined}
    />
  )
  const choice = <K extends ChoiceKey>(key: K, values: readonly OrderPolicy[K][]) => (
    <ChoiceLine
      label={t(`orders.${key}`)}
      hint={t(`orders.hint.${key}`)}
      value={doc.orders[key]}
      options={values.map((value) => ({ value, label: t(`orders.choice.${key}.${value}`) }))}
      onChange={edit ? (value) => edit.change(['orders', key], value) : undefined}
    />
  )
  return (
    <>
      <StationsPart doc={doc} edit={edit} />
      <Section title={t('orders.part.take')}>
        <ul className={fieldsStyles.numbers}>
          {choice('confirm', ['auto', 'person'])}
          {number('contactWithinMin', 1, DAY_MIN)}
        </ul>
      </Section>
      <Section title={t('orders.part.make')}>
        <ul className={fieldsStyles.numbers}>
          {choice('check', ['all', 'rework'])}
          {number('handOverMin', 0, 60)}
          {number('warnBeforeMin', 0, 60)}
          {choice('tellLate', ['person', 'auto'])}
        </ul>
      </Section>
      <RiderPart doc={doc} edit={edit} />
      <Section title={t('orders.part.after')}>
        <ul className={fieldsStyles.numbers}>
          {number('reviewAfterMin', 0, 7 * DAY_MIN)}
          <DaysLine doc={doc} edit={edit} />
        </ul>
      </Section>
    </>
  )
}

const RIDER = [
  { key: 'most', unit: 'orders', min: 1, max: 12, precision: 0 },
  { key: 'speedKmh', unit: 'kmh', min: 3, max: 60, precision: 1 },
  { key: 'detour', unit: 'times', min: 1, max: 3, precision: 2 },
  { key: 'atDoorMin', unit: 'minutes', min: 0, max: 30, precision: 1 },
] as const

function RiderPart({ doc, edit }: Props) {
  const { t } = useTranslation('playbook-admin')
  const { rider } = doc.orders
  return (
    <Section title={t('orders.part.bring')} hint={t('orders.part.bringHint')}>
      <ul className={fieldsStyles.numbers}>
        {RIDER.map(({ key, unit, ...limits }) => (
          <NumberLine
            key={key}
            label={t(`orders.rider.${key}`)}
            hint={t(`orders.hint.${key}`)}
            unit={t(`orders.${unit}`)}
            value={rider[key]}
            {...limits}
            onChange={edit ? (value) => edit.change(['orders', 'rider', key], value) : undefined}
          />
        ))}
        <ChoiceLine
          label={t('orders.rider.handOver')}
          hint={t('orders.hint.handOver')}
          value={rider.handOver}
          options={(['any', 'code', 'photo', 'signature'] as const).map((value) => ({
            value,
            label: t(`orders.choice.handOver.${value}`),
          }))}
          onChange={edit ? (value) => edit.change(['orders', 'rider', 'handOver'], value) : undefined}
        />
      </ul>
    </Section>
  )
}
