import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './door.module.css'
import { NewPassword } from './NewPassword.tsx'

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function useRequired() {
  const { t } = useTranslation('session')
  return [{ required: true, whitespace: true, message: t('setup.missing') }]
}

export function BrandPart({ packs }: { packs: Array<{ key: string; name: string; summary: string }> }) {
  const { t } = useTranslation('session')
  return (
    <Part title={t('setup.brand')}>
      <Form.Item name={['brand', 'name']} label={t('setup.brandName')} rules={useRequired()}>
        <Input maxLength={60} placeholder={t('setup.brandExample')} autoFocus autoComplete="organization" />
      </Form.Item>
      <Form.Item
        name={['brand', 'pack']}
        label={t('setup.pack')}
        extra={t('setup.packHint')}
        rules={[{ required: true, message: t('setup.packMissing') }]}
      >
        <PackCards packs={packs} />
      </Form.Item>
    </Part>
  )
}

type PackProps = {
  packs: Array<{ key: string; name: string; summary: string }>
  value?: string
  onChange?: (key: string) => void
}

function PackCards({ packs, value, onChange }: PackProps) {
  return (
    <div className={styles.packs}>
      {packs.map((pack) => (
        <label key={pack.key} className={styles.pack}>
          <input
            type="radio"
            name="pack"
            value={pack.key}
            checked={value === pack.key}
            onChange={() => onChange?.(pack.key)}
          />
          <strong>{pack.name}</strong>
          <span>{pack.summary}</span>
        </label>
      ))}
    </div>
  )
}

export function ShopPart() {
  const { t } = useTranslation('session')
  return (
    <Part title={t('setup.shop')}>
      <Form.Item name={['shop', 'name']} label={t('setup.shopName')} rules={useRequired()}>
        <Input maxLength={60} placeholder={t('setup.shopExample')} />
      </Form.Item>
      <Form.Item name={['shop', 'address']} label={t('setup.address')}>
        <Input maxLength={200} autoComplete="street-address" placeholder={t('setup.optional')} />
      </Form.Item>
    </Part>
  )
}

export function AdminPart() {
  const { t } = useTranslation('session')
  const name = Form.useWatch<string | undefined>(['admin', 'name']) ?? ''
  const login = Form.useWatch<string | undefined>(['admin', 'login']) ?? ''
  return (
    <Part title={t('setup.admin')}>
      <Form.Item name={['admin', 'name']} label={t('setup.adminName')} rules={useRequired()}>
        <Input maxLength={60} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name={['admin', 'login']}
        label={t('setup.login')}
        extra={t('setup.loginHint')}
        rules={[...useRequired(), { pattern: /^[A-Za-z0-9._@+-]{3,64}$/, message: t('setup.loginWrong') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <NewPassword name={['admin', 'password']} known={[name, login]} />
    </Part>
  )
}
