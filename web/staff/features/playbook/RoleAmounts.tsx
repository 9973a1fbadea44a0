import { Button, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Role } from '#contracts/people'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import { useMoney } from '../../ui/use-money.ts'
import { without } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import listsStyles from './lists.module.css'

type Row = { role: Role; amountMinor: number }
type Props = { rows: Row[]; change: ((rows: Row[]) => void) | null; words: 'offer.upTo' | 'offer.over' }
const MOST = 6

/** Roles with an amount each: what they may give, or beyond what they are asked. */
export function RoleAmounts({ rows, change, words }: Props) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const money = useMoney('CNY')
  if (!change)
    return (
      <ul className={listsStyles.lines}>
        {rows.map((row) => (
          <li key={`${row.role}${row.amountMinor}`}>
            <strong>{t(`people:role.${row.role}`)}</strong>
            <span>{t(words, { amount: money(row.amountMinor) })}</span>
          </li>
        ))}
      </ul>
    )
  const set = (place: number, part: Partial<Row>) =>
    change(rows.map((old, i) => (i === place ? { ...old, ...part } : old)))
  return (
    <>
      <ul className={fieldsStyles.reasons}>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
          <li key={place}>
            <Select
              aria-label={t('rule.who')}
              value={row.role}
              options={Role.options.map((value) => ({ value, label: t(`people:role.${value}`) }))}
              onChange={(role) => set(place, { role })}
            />
            <InputNumber
              aria-label={t(words, { amount: '' })}
              prefix="¥"
              min={0}
              max={100_000}
              precision={0}
              value={row.amountMinor / 100}
              onChange={(amount) => amount !== null && set(place, { amountMinor: amount * 100 })}
            />
            <Button
              type="text"
              aria-label={t('edit.remove')}
              icon={<CloseIcon size={14} />}
              onClick={() => change(without(rows, place))}
            />
          </li>
        ))}
      </ul>
      {rows.length < MOST ? (
        <Button
          icon={<PlusIcon size={14} />}
          onClick={() =>
            change([...rows, { role: 'lead', amountMinor: (rows.at(-1)?.amountMinor ?? 0) + 100_00 }])
          }
        >
          {t('edit.add')}
        </Button>
      ) : null}
    </>
  )
}
