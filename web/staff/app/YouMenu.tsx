import { useNavigate } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#contracts/kit'
import { askHandOver } from '../features/tickets/index.ts'
import { MeIcon } from '../ui/icons.tsx'
import { storedTheme, type ThemeChoice } from '../ui/theme.ts'
import styles from './Shell.module.css'
import { useMe, useSavePreferences, useSignOut } from './session.ts'

/** The person's own corner of the rail: account, absence, look, language, sign out. */
export function YouMenu() {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const save = useSavePreferences()
  const signOut = useSignOut()
  const items: MenuProps['items'] = [
    { key: 'account', label: t('you.account') },
    { key: 'away', label: t(me.away ? 'you.back' : 'you.away') },
    ...(me.can.includes('tickets.handOver') ? [{ key: 'handOver', label: t('you.handOver') }] : []),
    { type: 'divider' },
    {
      key: 'look',
      label: t('you.look'),
      children: (['auto', 'light', 'dark'] as const).map((key) => ({
        key: `theme:${key}`,
        label: t(`you.theme.${key}`),
      })),
    },
    {
      key: 'language',
      label: t('you.language'),
      children: (['zh-CN', 'zh-TW', 'en'] as const).map((key) => ({
        key: `locale:${key}`,
        label: t(`you.locale.${key}`),
      })),
    },
    { key: 'keys', label: t('you.keys') },
    { type: 'divider' },
    { key: 'out', label: t('you.signOut') },
  ]
  const choose: MenuProps['onClick'] = ({ key }) => {
    const [what, value] = key.split(':')
    if (key === 'account') void navigate({ to: '/account' })
    if (key === 'away') save.mutate({ away: !me.away })
    if (key === 'handOver') askHandOver()
    if (key === 'keys') window.dispatchEvent(new Event('huiyin:help'))
    if (key === 'out') signOut.mutate()
    if (what === 'theme') save.mutate({ theme: value as ThemeChoice })
    if (what === 'locale') save.mutate({ locale: value as Locale })
  }
  const selectedKeys = [`theme:${storedTheme()}`, `locale:${me.locale}`]
  return (
    <Dropdown menu={{ items, onClick: choose, selectedKeys }} trigger={['click']} placement="topLeft">
      <button type="button" className={styles.link}>
        <MeIcon size={17} />
        {me.name}
        {me.away ? <b>{t('you.awayNow')}</b> : null}
      </button>
    </Dropdown>
  )
}
