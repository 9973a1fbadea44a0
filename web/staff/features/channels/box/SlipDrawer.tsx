import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SlipKeyMade, SlipSetup } from '#contracts/channels/box'
import { CopyLine } from '../../../ui/CopyLine.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import { useWhen } from '../../../ui/use-when.ts'
import styles from './box.module.css'
import { slipQuery, useRenewSlipKey } from './box-queries.ts'
import { SlipCheck } from './SlipCheck.tsx'
import { guideFor } from './slip-guide.ts'

type Props = { codeId: string | null; onClose: () => void }

/** Everything the maker of a till needs to print the code on each slip. */
export function SlipDrawer({ codeId, onClose }: Props) {
  const { t } = useTranslation('box')
  return (
    <Drawer
      open={codeId !== null}
      onClose={onClose}
      mask={{ closable: true }}
      title={t('slip.title')}
      size={640}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {codeId ? <Slip id={codeId} /> : null}
    </Drawer>
  )
}

function Slip({ id }: { id: string }) {
  const slip = useQuery(slipQuery(id))
  return <QueryState query={slip}>{(setup) => <Guide setup={setup} />}</QueryState>
}

function Guide({ setup }: { setup: SlipSetup }) {
  const { t } = useTranslation('box')
  const renew = useRenewSlipKey(setup.id)
  return (
    <div className={styles.body}>
      <p>{t('slip.lead')}</p>
      <section className={styles.part}>
        <h3>{t('slip.plain')}</h3>
        <p className={styles.hint}>{t('slip.plainHint')}</p>
        <CopyLine text={`${setup.url}?r=A1032`} label={t('slip.copyPlain')} />
      </section>
      <section className={styles.part}>
        <h3>{t('slip.key')}</h3>
        <p className={styles.hint}>{t('slip.keyHint')}</p>
        {renew.data ? <Made made={renew.data} /> : <Present setup={setup} />}
        <RenewKey has={setup.madeAt !== null} renew={renew} />
      </section>
      <section className={styles.part}>
        <h3>{t('slip.guide')}</h3>
        <p className={styles.hint}>{t('slip.guideHint')}</p>
        <CopyLine
          multiline
          text={guideFor(setup, renew.data, {
            title: t('slip.guideTitle', { label: setup.label }),
            lines: t('slip.guideLines', {
              returnObjects: true,
              slug: setup.slug,
              url: setup.url,
            }) as unknown as string[],
            example: t('slip.guideExample'),
            keyPlace: t('slip.guideKey'),
          })}
          label={t('slip.copyGuide')}
        />
      </section>
      <SlipCheck id={setup.id} />
    </div>
  )
}

function Present({ setup }: { setup: SlipSetup }) {
  const { t } = useTranslation('box')
  const when = useWhen()
  if (!setup.madeAt) return <p className={styles.state}>{t('slip.noKey')}</p>
  return (
    <p className={styles.state}>
      {t('slip.madeAt', { when: when(setup.madeAt) })}
      {setup.beforeUntil ? ` · ${t('slip.beforeUntil', { when: when(setup.beforeUntil) })}` : ''}
    </p>
  )
}

/** The key, this once. */
function Made({ made }: { made: SlipKeyMade }) {
  const { t } = useTranslation('box')
  return (
    <div className={styles.secret}>
      <p className={styles.warn}>{t('slip.once')}</p>
      <CopyLine text={made.secret} label={t('slip.copyKey')} />
    </div>
  )
}

type RenewProps = { has: boolean; renew: ReturnType<typeof useRenewSlipKey> }

function RenewKey({ has, renew }: RenewProps) {
  const { t } = useTranslation(['box', 'common'])
  const { modal } = App.useApp()
  const problem = useProblem()
  const make = (keepBefore: boolean) => renew.mutateAsync({ keepBefore }).catch(problem)
  const ask = (keepBefore: boolean) =>
    modal.confirm({
      title: t(keepBefore ? 'slip.renewTitle' : 'slip.stopTitle'),
      content: t(keepBefore ? 'slip.renewHint' : 'slip.stopHint'),
      okText: t(keepBefore ? 'slip.renew' : 'slip.stop'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: !keepBefore },
      onOk: () => make(keepBefore),
    })
  if (!has)
    return (
      <Button type="primary" loading={renew.isPending} onClick={() => void make(true)}>
        {t('slip.make')}
      </Button>
    )
  return (
    <p className={styles.buttons}>
      <Button onClick={() => ask(true)}>{t('slip.renew')}</Button>
      <Button danger type="text" onClick={() => ask(false)}>
        {t('slip.stop')}
      </Button>
    </p>
  )
}
