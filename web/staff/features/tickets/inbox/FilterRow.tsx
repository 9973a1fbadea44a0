import { useNavigate } from '@tanstack/react-router'
import { Drawer, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sort } from '#contracts/tickets'
import type { Conditions } from '#contracts/tickets/filter'
import type { InboxSearch } from '../../../app/inbox-search.ts'
import { CloseIcon, FilterIcon } from '../../../ui/icons.tsx'
import { PHONE, useMedia } from '../../../ui/use-media.ts'
import { ConditionList } from './ConditionList.tsx'
import { withConditions } from './condition-fields.ts'
import styles from './FilterRow.module.css'
import { useConditionWords } from './use-condition-words.ts'
import type { Place } from './use-inbox-place.ts'

/** Sorting by due time or priority is for what is open. */
const WITH_CLOSED = ['closed', 'set_aside', 'every']

/** The conditions as chips, the editor that opens from them, and the order of the list; all of it stands in the address. */
export function FilterRow({ place, search }: { place: Place; search: InboxSearch }) {
  const { t } = useTranslation('inbox')
  const phone = useMedia(PHONE)
  const words = useConditionWords()
  const navigate = useNavigate({ from: '/inbox' })
  const [open, setOpen] = useState(false)
  const { conditions } = place
  const set = (next: Conditions) =>
    void navigate({ search: (now: InboxSearch) => withConditions(now, next), replace: true })
  const editor = <ConditionList conditions={conditions} onChange={set} />
  const button = (
    <button
      type="button"
      className={styles.filter}
      aria-expanded={open}
      data-on={conditions.length > 0}
      onClick={() => phone && setOpen(true)}
    >
      <FilterIcon size={15} />
      {t('tools.filter')}
    </button>
  )
  return (
    <div className={styles.row}>
      {phone ? (
        button
      ) : (
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          content={
            <section className={styles.editor} aria-label={t('condition.list')}>
              {conditions.length > 1 ? <p>{t('condition.all')}</p> : null}
              {editor}
            </section>
          }
        >
          {button}
        </Popover>
      )}
      {conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own, and its place is what it is
        <span key={`${at} ${condition.field}`} className={styles.chip}>
          <button type="button" title={t('condition.edit')} onClick={() => setOpen(true)}>
            {words(condition)}
          </button>
          <button
            type="button"
            aria-label={`${t('condition.remove')}：${words(condition)}`}
            onClick={() => set(conditions.filter((_, i) => i !== at))}
          >
            <CloseIcon size={12} />
          </button>
        </span>
      ))}
      {conditions.length > 1 ? (
        <button type="button" className={styles.clear} onClick={() => set([])}>
          {t('condition.clear')}
        </button>
      ) : null}
      {search.q ? null : <SortChoice place={place} />}
      {phone ? (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          mask={{ closable: true }}
          placement="bottom"
          size="min(80dvh, 620px)"
          title={t('condition.list')}
        >
          {editor}
        </Drawer>
      ) : null}
    </div>
  )
}

function SortChoice({ place }: { place: Place }) {
  const { t } = useTranslation('inbox')
  const navigate = useNavigate({ from: '/inbox' })
  const fitting = Sort.options.filter(
    (sort) => !WITH_CLOSED.includes(place.view) || !['due', 'priority'].includes(sort),
  )
  return (
    <select
      className={styles.sort}
      aria-label={t('sort.label')}
      value={fitting.includes(place.sort) ? place.sort : 'updated'}
      onChange={(event) =>
        void navigate({
          search: (now: InboxSearch) => ({ ...now, sort: event.target.value as Sort }),
          replace: true,
        })
      }
    >
      {fitting.map((sort) => (
        <option key={sort} value={sort}>
          {t(`sort.${sort}`)}
        </option>
      ))}
    </select>
  )
}
