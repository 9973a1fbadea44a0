import { useTranslation } from 'react-i18next'
import type { CustomerChange } from '#contracts/customers/file'
import { TimeText } from '../../app/TimeText.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { useChanges } from './customer-queries.ts'
import styles from './file.module.css'

/** Who changed which field, and why: names, numbers and addresses stay masked here too. */
export function ChangeList({ id }: { id: string }) {
  const { t } = useTranslation('customers')
  const list = useChanges(id)
  return (
    <PagedList
      query={list}
      rowsOf={(page) => page.changes}
      className={styles.history}
      label={t('tab.changes')}
      empty={{ title: t('change.none'), hint: t('change.noneHint') }}
      more={t('more')}
    >
      {(change) => <Line key={change.id} change={change} />}
    </PagedList>
  )
}

function Line({ change }: { change: CustomerChange }) {
  const { t } = useTranslation('customers')
  const said = (text: string) => {
    if (!text) return t('none')
    if (change.field === 'value') return t(`value.${text}`)
    if (change.field === 'checked') return t(`change.${text}`, { defaultValue: text })
    if (change.field === 'language') return t(`language.${text}`)
    if (change.field === 'consent') return t(`purpose.${text}`, { defaultValue: text })
    return text
  }
  return (
    <li>
      <p>
        <b>{t(`field.${change.field}`)}</b>
        <span>
          {said(change.before)} → {said(change.after)}
        </span>
        {change.state === 'applied' ? null : <em>{t(`change.${change.state}`)}</em>}
      </p>
      <TimeText at={change.at} />
      <small>
        {[
          change.by || t(`origin.${change.source}`),
          change.source === 'merge' ? t('origin.merge') : '',
          change.reason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </li>
  )
}
