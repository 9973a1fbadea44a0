import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkDeed } from '#contracts/tickets/inbox'
import { useMe } from '../../../app/session.ts'
import { CloseIcon } from '../../../ui/icons.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import styles from './BulkBar.module.css'
import { BulkDialog } from './BulkDialog.tsx'
import { useFilterCount } from './inbox-queries.ts'
import { filterOf } from './place-filter.ts'
import type { Place } from './use-inbox-place.ts'
import type { Selection } from './use-selection.ts'

const NEEDS = {
  assign: 'tickets.assign',
  tag: 'tickets.tag',
  close: 'tickets.close',
  set_aside: 'tickets.setAside',
} as const satisfies Record<BulkDeed['kind'], string>

/** Under the list while rows are chosen: how many, the whole list if wanted, and what may be done with them. */
export function BulkBar({ place, selection, more }: { place: Place; selection: Selection; more: boolean }) {
  const { t } = useTranslation('inbox')
  const { can } = useMe()
  const [kind, setKind] = useState<BulkDeed['kind'] | null>(null)
  const kinds = (Object.keys(NEEDS) as BulkDeed['kind'][]).filter((one) => can.includes(NEEDS[one]))
  return (
    <section className={styles.bar} aria-label={t('tools.select')}>
      <div className={styles.line}>
        <b role="status">
          {t(selection.whole === null ? 'select.count' : 'select.wholeCount', { count: selection.count })}
        </b>
        {selection.whole === null && more ? <TakeWhole place={place} selection={selection} /> : null}
        <button
          type="button"
          className={styles.cancel}
          aria-label={t('select.cancel')}
          title={t('select.cancel')}
          onClick={selection.clear}
        >
          <CloseIcon size={14} />
        </button>
      </div>
      <div className={styles.line}>
        {kinds.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.deed}
            disabled={selection.count === 0}
            onClick={() => setKind(one)}
          >
            {t(`bulk.${one}`)}
          </button>
        ))}
      </div>
      {kind ? (
        <BulkDialog kind={kind} place={place} selection={selection} close={() => setKind(null)} />
      ) : null}
    </section>
  )
}

/** Everything that the list holds and not only what is drawn, counted before anybody confirms it. */
function TakeWhole({ place, selection }: { place: Place; selection: Selection }) {
  const { t } = useTranslation('inbox')
  const [asked, setAsked] = useState(false)
  const problem = useProblem()
  const count = useFilterCount(filterOf(place), asked)
  const take = async () => {
    setAsked(true)
    const { data, error } = await count.refetch()
    if (error) problem(error)
    else if (data && !data.more) selection.takeWhole(data.count)
  }
  if (count.data?.more)
    return <span className={styles.hint}>{t('select.wholeMore', { count: count.data.count })}</span>
  return (
    <button type="button" className={styles.whole} disabled={count.isFetching} onClick={() => void take()}>
      {t(count.isFetching ? 'select.counting' : 'select.whole')}
    </button>
  )
}
