import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShopSeal } from '#contracts/incidents/seal'
import { TimeText } from '../../../app/TimeText.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { DrillBand } from '../Marks.tsx'
import { FileLinks } from '../room/FileLinks.tsx'
import { AcknowledgeForm } from './AcknowledgeForm.tsx'
import { SealAbout } from './SealAbout.tsx'
import { useAcknowledge } from './seal-queries.ts'
import styles from './seals.module.css'

/** One thing to seal at one shop: what, what to do with it, and the two answers. */
export function SealTask({ seal }: { seal: ShopSeal }) {
  const { t } = useTranslation('incidents')
  const [found, setFound] = useState(false)
  const answer = useAcknowledge()
  const problem = useProblem()
  const done = useDone()
  const { shop } = seal
  const correction = shop.state !== 'waiting'
  const none = () =>
    answer.mutate(
      { sealId: seal.id, shopId: shop.shopId, body: { state: 'none_here', quantity: 0, correction } },
      {
        onError: problem,
        onSuccess: () => {
          done(t('seals.didNone'))
          setFound(false)
        },
      },
    )
  return (
    <article className={styles.card} data-state={shop.state} data-drill={seal.drill}>
      {seal.drill ? <DrillBand /> : null}
      <div className={styles.inside}>
        <p className={styles.shop}>
          {shop.name}
          {shop.asked > 1 && !correction ? <b>{t('seal.chased', { count: shop.asked - 1 })}</b> : null}
        </p>
        <h2>{t('seals.stop', { what: seal.what })}</h2>
        <SealAbout seal={seal} />
        {correction ? <Answered seal={seal} /> : null}
        {found ? (
          <>
            <AcknowledgeForm seal={seal} correction={correction} close={() => setFound(false)} />
            {shop.state === 'acknowledged' ? (
              <button type="button" className={styles.again} disabled={answer.isPending} onClick={none}>
                {t('seals.noneAfterAll')}
              </button>
            ) : null}
          </>
        ) : correction ? (
          <button type="button" className={styles.again} onClick={() => setFound(true)}>
            {t('seals.correct')}
          </button>
        ) : (
          <div className={styles.ways}>
            <Button type="primary" size="large" onClick={() => setFound(true)}>
              {t('seals.sealed')}
            </Button>
            <Button size="large" loading={answer.isPending} onClick={none}>
              {t('seals.noneHere')}
            </Button>
          </div>
        )}
      </div>
    </article>
  )
}

function Answered({ seal: { shop } }: { seal: ShopSeal }) {
  const { t } = useTranslation('incidents')
  return (
    <div className={styles.said}>
      <p>
        <b>{t(`seal.state.${shop.state}`)}</b>
        {shop.state === 'acknowledged' && shop.quantity !== null ? ` ${shop.quantity} ${shop.unit}` : null}
      </p>
      <small>
        {shop.by} {shop.at ? <TimeText at={shop.at} /> : null}
        {shop.sampleKept ? ` · ${t('seal.kept', { sample: shop.sampleKept })}` : null}
        {shop.sampleMissing ? ` · ${t('seal.noSample', { why: shop.sampleMissing })}` : null}
      </small>
      <FileLinks files={shop.photos} />
    </div>
  )
}
