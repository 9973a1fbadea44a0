import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, QRCode, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type KioskSetup, KioskTone } from '#contracts/channels/box'
import { CopyLine } from '../../../ui/CopyLine.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { useWhen } from '../../../ui/use-when.ts'
import styles from './box.module.css'
import { kioskQuery, useRenewKioskLink, useSaveKiosk } from './box-queries.ts'

const WAITS = [30, 45, 60, 90]

type Props = { codeId: string | null; onClose: () => void }

/** How a tablet becomes the shop's feedback box: its link, the steps on the tablet, its looks, and whether it is there. */
export function KioskDrawer({ codeId, onClose }: Props) {
  const { t } = useTranslation('box')
  return (
    <Drawer
      open={codeId !== null}
      onClose={onClose}
      mask={{ closable: true }}
      title={t('kiosk.title')}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {codeId ? <Kiosk id={codeId} /> : null}
    </Drawer>
  )
}

function Kiosk({ id }: { id: string }) {
  const kiosk = useQuery(kioskQuery(id))
  return <QueryState query={kiosk}>{(setup) => <Setup setup={setup} />}</QueryState>
}

function Setup({ setup }: { setup: KioskSetup }) {
  const { t } = useTranslation('box')
  const when = useWhen()
  const steps = t('kiosk.steps', { returnObjects: true }) as unknown as string[]
  return (
    <div className={styles.body}>
      <p className={styles.lead}>{[setup.shop, setup.label].filter(Boolean).join(' · ')}</p>
      <p className={styles.state} data-bad={setup.waiting > 0}>
        {setup.seenAt ? t('kiosk.seen', { when: when(setup.seenAt) }) : t('kiosk.never')}
        {setup.waiting > 0 ? ` · ${t('kiosk.waiting', { count: setup.waiting })}` : ''}
      </p>
      <section className={styles.part}>
        <h3>{t('kiosk.link')}</h3>
        <div className={styles.pair}>
          <QRCode
            value={setup.url}
            type="svg"
            size={192}
            bordered={false}
            // The white margin that a scanner needs, on a dark page too.
            style={{ padding: 12 }}
            color="#23211d"
            bgColor="#ffffff"
            aria-label={t('kiosk.qr')}
          />
          <div>
            <p>{t('kiosk.linkHint')}</p>
            <CopyLine text={setup.url} label={t('kiosk.copy')} />
          </div>
        </div>
        {setup.url.startsWith('https:') ? null : <p className={styles.warn}>{t('kiosk.plain')}</p>}
      </section>
      <section className={styles.part}>
        <h3>{t('kiosk.how')}</h3>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Looks setup={setup} />
      <RenewLink id={setup.id} />
    </div>
  )
}

function Looks({ setup }: { setup: KioskSetup }) {
  const { t } = useTranslation('box')
  const save = useSaveKiosk(setup.id)
  const problem = useProblem()
  const done = useDone()
  // Shows what was chosen while it is being saved.
  const { tone: shownTone, idleSec } = { ...setup, ...(save.isPending ? save.variables : {}) }
  const change = (input: Parameters<typeof save.mutateAsync>[0]) =>
    save.mutateAsync(input).then(() => done(t('kiosk.saved')), problem)
  return (
    <section className={styles.part}>
      <h3>{t('kiosk.tone')}</h3>
      <fieldset className={styles.tones} aria-label={t('kiosk.tone')}>
        {KioskTone.options.map((tone) => (
          <label key={tone} className={styles.tone} data-tone={tone}>
            <input
              type="radio"
              name="tone"
              checked={shownTone === tone}
              onChange={() => void change({ tone })}
            />
            <i />
            {t(`kiosk.toneOf.${tone}`)}
          </label>
        ))}
      </fieldset>
      <h3>{t('kiosk.idle')}</h3>
      <Segmented
        aria-label={t('kiosk.idle')}
        value={idleSec}
        options={WAITS.map((value) => ({ value, label: t('kiosk.seconds', { n: value }) }))}
        onChange={(sec) => void change({ idleSec: sec })}
      />
      <p className={styles.hint}>{t('kiosk.idleHint')}</p>
    </section>
  )
}

function RenewLink({ id }: { id: string }) {
  const { t } = useTranslation(['box', 'common'])
  const { modal } = App.useApp()
  const renew = useRenewKioskLink(id)
  const problem = useProblem()
  const done = useDone()
  const ask = () =>
    modal.confirm({
      title: t('kiosk.renewTitle'),
      content: t('kiosk.renewHint'),
      okText: t('kiosk.renew'),
      cancelText: t('common:action.cancel'),
      onOk: () => renew.mutateAsync().then(() => done(t('kiosk.renewed')), problem),
    })
  return (
    <p>
      <Button onClick={ask}>{t('kiosk.renew')}</Button>
    </p>
  )
}
