import { useTranslation } from 'react-i18next'
import type { ShopSeal } from '#contracts/incidents/seal'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Bones, Empty } from '../../../ui/states.tsx'
import { SealTask } from './SealTask.tsx'
import { useMySeals } from './seal-queries.ts'
import styles from './seals.module.css'

/** 待封存: what my shop must take off sale now, in big cards for somebody between two customers. */
export function SealsPage() {
  const { t } = useTranslation('incidents')
  const seals = useMySeals()
  return (
    <PageFrame title={t('seals.title')} hint={t('seals.hint')} width="narrow">
      <QueryState query={seals} skeleton={<Bones height={220} count={2} />}>
        {(list) => <Cards list={list} />}
      </QueryState>
    </PageFrame>
  )
}

function Cards({ list }: { list: ShopSeal[] }) {
  const { t } = useTranslation('incidents')
  // The real thing before what is only practised.
  const waiting = list
    .filter(({ shop }) => shop.state === 'waiting')
    .toSorted((a, b) => Number(a.drill) - Number(b.drill))
  const answered = list.filter(({ shop }) => shop.state !== 'waiting')
  const cards = (seals: ShopSeal[]) => (
    <ul className={styles.cards}>
      {seals.map((seal) => (
        <li key={`${seal.id}${seal.shop.shopId}`}>
          <SealTask seal={seal} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {waiting.length ? cards(waiting) : <Empty title={t('seals.none')} hint={t('seals.noneHint')} />}
      {answered.length ? (
        <section className={styles.answered}>
          <h2>{t('seals.answered')}</h2>
          {cards(answered)}
        </section>
      ) : null}
    </>
  )
}
