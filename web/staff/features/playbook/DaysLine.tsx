import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { daysFrom, type Edit } from './draft-editing.ts'
import styles from './fields.module.css'

const MOST = 6

/** After how many days each somebody asks how a treatment was borne. */
export function DaysLine({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation(['playbook-admin', 'common'])
  const id = useId()
  const days = doc.orders.aftercareDays
  const say = (day: number) => t('orders.day', { day })
  return (
    <li className={styles.number}>
      <div>
        <label htmlFor={id}>{t('orders.aftercareDays')}</label>
        <small id={`${id}-hint`}>{t('orders.hint.aftercareDays')}</small>
      </div>
      {edit ? (
        <Select
          id={id}
          className={styles.days}
          aria-describedby={`${id}-hint`}
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={MOST}
          tokenSeparators={[',', '，', '、', ' ']}
          placeholder={t('orders.daysLike')}
          value={days.map(String)}
          onChange={(typed: string[]) => edit.change(['orders', 'aftercareDays'], daysFrom(typed))}
        />
      ) : (
        <b>{days.map(say).join(t('common:list.and')) || t('orders.never')}</b>
      )}
    </li>
  )
}
