import { useTranslation } from 'react-i18next'
import type { ShopSeal } from '#contracts/incidents/seal'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Bones, Empty } from '../../../ui/states.tsx'
import { SealOverview } from './SealOverview.tsx'
import { SealTask } from './SealTask.tsx'
import { useMySeals } from './seal-queries.ts'
import styles from './seals.module.css'
import { useOfShop } from './use-waiting-seals.ts'

/** 待封存: what my shop must take off sale now, in big cards for somebody between two customers; for whoever looks after many shops, how far these are. */
export function SealsPage() {
  const { t } = useTranslation('incidents')
  const seals = useMySeals()
  const ofShop = useOfShop()
  return (
    <PageFrame title={t('seals.title')} hint={t(ofShop ? 'seals.hint' : 'seals.hintFar')} width="narrow">
      <QueryState query={seals} skeleton={<Bones height={220} count={2} />}>
        {(list) => (ofShop ? <Cards list={list} /> : <Overviews list={list} />)}
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

/** Those of which a shop still owes an answer come first; the real thing before what is only practised. */
function Overviews({ list }: { list: ShopSeal[] }) {
  const { t } = useTranslation('incidents')
  const seals = [...Map.groupBy(list, ({ id }) => id).values()].toSorted(
    ([a], [b]) =>
      Number(a!.answered === a!.of) - Number(b!.answered === b!.of) || Number(a!.drill) - Number(b!.drill),
  )
  if (seals.length === 0) return <Empty title={t('seals.none')} hint={t('seals.noneFar')} />
  return (
    <ul className={styles.cards}>
      {seals.map((shops) => (
        <li key={shops[0]!.id}>
          <SealOverview shops={shops} />
        </li>
      ))}
    </ul>
  )
}
