import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SlipVerdict } from '#contracts/channels/box'
import { CheckIcon, WarnIcon } from '../../../ui/icons.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import { useWhen } from '../../../ui/use-when.ts'
import styles from './box.module.css'
import { useCheckSlip } from './box-queries.ts'

/** Paste what the till has printed: says whether it is proven, and if not, why. */
export function SlipCheck({ id }: { id: string }) {
  const { t } = useTranslation('box')
  const [link, setLink] = useState('')
  const check = useCheckSlip(id)
  const problem = useProblem()
  const tell = () => {
    if (link.trim()) check.mutate({ link: link.trim() }, { onError: problem })
  }
  return (
    <section className={styles.part}>
      <h3>{t('check.title')}</h3>
      <p className={styles.hint}>{t('check.hint')}</p>
      <Input.TextArea
        aria-label={t('check.link')}
        placeholder={t('check.link')}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={link}
        onChange={(event) => setLink(event.target.value)}
      />
      <Button onClick={tell} loading={check.isPending} disabled={!link.trim()}>
        {t('check.go')}
      </Button>
      <div aria-live="polite">{check.data ? <Verdict verdict={check.data} /> : null}</div>
    </section>
  )
}

function Verdict({ verdict }: { verdict: SlipVerdict }) {
  const { t } = useTranslation('box')
  const when = useWhen()
  const { slip, proven, faults, text } = verdict
  return (
    <div className={styles.verdict} data-good={proven && faults.length === 0}>
      <p>
        {proven ? <CheckIcon size={18} /> : <WarnIcon size={18} />}
        <strong>{t(proven ? 'check.proven' : slip ? 'check.unproven' : 'check.unusable')}</strong>
      </p>
      {faults.map((fault) => (
        <p key={fault}>{t(`check.fault.${fault}`)}</p>
      ))}
      {slip ? (
        <p className={styles.hint}>
          {[
            t('check.number', { number: slip.number }),
            slip.at ? t('check.at', { when: when(slip.at) }) : t('check.noTime'),
            slip.amountMinor === null
              ? t('check.noAmount')
              : t('check.amount', { amount: (slip.amountMinor / 100).toFixed(2) }),
          ].join(' · ')}
        </p>
      ) : null}
      {text && !proven ? (
        <p className={styles.hint}>
          {t('check.text')} <code>{text}</code>
        </p>
      ) : null}
    </div>
  )
}
