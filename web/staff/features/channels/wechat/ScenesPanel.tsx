import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/Section.tsx'
import { useDone } from '../../../ui/use-problem.ts'
import { useRefusal } from './use-refusal.ts'
import styles from './wechat.module.css'
import { type ShopLine, useMakeScene } from './wechat-queries.ts'

const MOST_SHOWN = 30

/** A code to follow the account for each shop; the picture lies at WeChat, ready to be printed. */
export function ScenesPanel({ channelId, shops }: { channelId: string; shops: readonly ShopLine[] }) {
  const { t } = useTranslation('connect-wechat')
  const [wanted, setWanted] = useState('')
  const words = wanted.trim().toLowerCase()
  const found = shops.filter((s) => `${s.code} ${s.name}`.toLowerCase().includes(words)).slice(0, MOST_SHOWN)
  return (
    <Section title={t('extras.codes')} hint={t('extras.codesHint')}>
      {shops.length > MOST_SHOWN ? (
        <Input.Search
          className={styles.find ?? ''}
          placeholder={t('extras.find')}
          aria-label={t('extras.find')}
          allowClear
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      {shops.length ? null : <p className={styles.soft}>{t('extras.noShops')}</p>}
      <ul className={styles.shops}>
        {found.map((shop) => (
          <ShopCode key={shop.id} channelId={channelId} shop={shop} />
        ))}
      </ul>
    </Section>
  )
}

function ShopCode({ channelId, shop }: { channelId: string; shop: ShopLine }) {
  const { t } = useTranslation('connect-wechat')
  const make = useMakeScene(channelId)
  const refuse = useRefusal()
  const done = useDone()
  const send = () => make.mutateAsync(shop.id).then(() => done(t('extras.made', { name: shop.name })), refuse)
  return (
    <li>
      <span>
        <strong>{shop.name}</strong>
        <small>{shop.code}</small>
      </span>
      {shop.picture ? (
        <a href={shop.picture} target="_blank" rel="noreferrer">
          {t('extras.open')}
        </a>
      ) : (
        <Button onClick={send} loading={make.isPending}>
          {t('extras.make')}
        </Button>
      )}
    </li>
  )
}
