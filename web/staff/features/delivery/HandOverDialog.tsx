import { Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandOver, HandOverKind, RoundStop } from '#contracts/orders/delivery'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './round.module.css'
import { SignaturePad } from './SignaturePad.tsx'
import { shrinkPicture } from './shrink-picture.ts'
import type { TapIt } from './tap-it.ts'

type Props = { stop: RoundStop; tap: TapIt; close: () => void }

/** What proves it at the door: the customer's four digits, a photo of where it stands, or a signature. */
export function HandOverDialog({ stop, tap, close }: Props) {
  const { t } = useTranslation('orders-delivery')
  const [kind, setKind] = useState<HandOverKind>(stop.handOver[0] ?? 'photo')
  const [proof, setProof] = useState<HandOver | null>(null)
  const choose = (next: HandOverKind) => {
    setKind(next)
    setProof(null)
  }
  return (
    <Modal
      open
      title={t('handOver.title', { number: stop.number })}
      okText={t('handOver.confirm')}
      cancelText={t('handOver.cancel')}
      okButtonProps={{ disabled: !proof, size: 'large' }}
      cancelButtonProps={{ size: 'large' }}
      onOk={() => proof && tap({ what: 'hand_over', proof })}
      onCancel={close}
    >
      <div className={styles.form}>
        {stop.handOver.length > 1 ? (
          <Segmented
            block
            value={kind}
            onChange={choose}
            options={stop.handOver.map((value) => ({ value, label: t(`handOver.${value}`) }))}
          />
        ) : null}
        <p>{t(`handOver.${kind}Hint`)}</p>
        {kind === 'code' ? <CodeField set={setProof} /> : null}
        {kind === 'photo' ? <PhotoTake proof={proof} set={setProof} /> : null}
        {kind === 'signature' ? (
          <SignaturePad set={(picture) => setProof(picture ? { kind: 'signature', picture } : null)} />
        ) : null}
      </div>
    </Modal>
  )
}

function CodeField({ set }: { set: (proof: HandOver | null) => void }) {
  const { t } = useTranslation('orders-delivery')
  return (
    <Input
      aria-label={t('handOver.code')}
      className={styles.code ?? ''}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      autoFocus
      onChange={({ target }) =>
        set(/^\d{4}$/.test(target.value) ? { kind: 'code', code: target.value } : null)
      }
    />
  )
}

function PhotoTake({ proof, set }: { proof: HandOver | null; set: (proof: HandOver | null) => void }) {
  const { t } = useTranslation('orders-delivery')
  const problem = useProblem()
  const taken = proof?.kind === 'photo' ? proof.picture : ''
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      set({ kind: 'photo', picture: await shrinkPicture(file) })
    } catch (error) {
      problem(error)
    }
  }
  return (
    <>
      {taken ? <img className={styles.photo} src={taken} alt={t('handOver.photoOf')} /> : null}
      <label className={styles.take}>
        <input
          className="sr-only"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <span>{t(taken ? 'handOver.photoAgain' : 'handOver.photoTake')}</span>
      </label>
    </>
  )
}
