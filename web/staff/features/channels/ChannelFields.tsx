import { App, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { type ChannelView, useSaveChannel } from './channel-queries.ts'
import styles from './channels.module.css'
import { useOwnerChoices } from './use-owner-choices.ts'

/** On or off; turning off is asked about first. */
export function ChannelSwitch({ channel }: { channel: ChannelView }) {
  const { t } = useTranslation(['channels', 'common'])
  const { modal } = App.useApp()
  const save = useSaveChannel()
  const problem = useProblem()
  const done = useDone()
  const mayChange = useCan('channels.manage')
  const { id, name, on } = channel
  if (!mayChange) return <span className={styles.state}>{t(on ? 'channel.on' : 'channel.off')}</span>
  const turn = (next: boolean) =>
    save
      .mutateAsync({ id, change: { on: next } })
      .then(() => done(t(next ? 'channel.turnedOn' : 'channel.turnedOff', { name })), problem)
  const ask = (next: boolean) => {
    if (next) return void turn(true)
    modal.confirm({
      title: t('channel.turnOffTitle', { name }),
      content: t('channel.turnOffHint'),
      okText: t('channel.turnOff'),
      cancelText: t('common:action.cancel'),
      onOk: () => turn(false),
    })
  }
  return (
    <Switch aria-label={t('channel.switch', { name })} checked={on} loading={save.isPending} onChange={ask} />
  )
}

/** Who watches the channel; whoever may not change it reads the name. */
export function Owner({ channel }: { channel: ChannelView }) {
  const { t } = useTranslation('channels')
  const mayChange = useCan('channels.manage')
  const choices = useOwnerChoices(mayChange, channel.owner)
  const save = useSaveChannel()
  const problem = useProblem()
  const done = useDone()
  if (!mayChange || !choices) {
    return <span data-bad={!channel.owner}>{channel.owner?.name ?? t('channel.ownerNone')}</span>
  }
  const choose = (ownerId: string | undefined) =>
    save
      .mutateAsync({ id: channel.id, change: { ownerId: ownerId ?? null } })
      .then(
        ({ name, owner }) =>
          done(
            owner
              ? t('channel.ownerSaved', { name, owner: owner.name })
              : t('channel.ownerCleared', { name }),
          ),
        problem,
      )
  return (
    <Select
      aria-label={t('channel.owner')}
      className={styles.owner}
      placeholder={t('channel.ownerNone')}
      status={channel.owner ? undefined : 'warning'}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={channel.owner?.id}
      options={choices}
      onChange={choose}
    />
  )
}
