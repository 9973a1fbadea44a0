import { AutoComplete, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Shop } from '#contracts/people'
import { RegisterForm, ShopField } from './RegisterForm.tsx'
import styles from './register.module.css'
import { useRegisterPost } from './register-queries.ts'
import { SITES, siteOf } from './sites.ts'

type Fields = { url: string; site: string; author?: string; shopId?: string; content: string }

/** Something seen on a public platform: the link, who wrote it where, the words and a screenshot. */
export function PostForm({ shops }: { shops: Shop[] }) {
  const { t } = useTranslation('channels')
  const [form] = Form.useForm<Fields>()
  const register = useRegisterPost()
  const needed = (word: string) => [
    { required: true, whitespace: true, message: t(`register.${word}Missing`) },
  ]
  const fillSite = (url: string) => {
    const site = siteOf(url)
    if (site && !form.getFieldValue('site')) form.setFieldValue('site', site)
  }
  return (
    <RegisterForm
      form={form}
      initial={{}}
      hint={t('register.postHint')}
      submit={t('register.savePost')}
      busy={register.isPending}
      send={({ url, author, shopId, ...rest }, photos) =>
        register.mutateAsync({
          ...rest,
          url: url.trim(),
          author: author ?? '',
          shopId: shopId ?? null,
          photos,
        })
      }
    >
      <Form.Item
        name="url"
        label={t('register.url')}
        rules={[{ required: true, pattern: /^\s*https?:\/\/\S+\s*$/i, message: t('register.urlWrong') }]}
      >
        <Input
          maxLength={1000}
          inputMode="url"
          autoComplete="off"
          placeholder={t('register.urlHint')}
          onChange={(event) => fillSite(event.target.value)}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="site" label={t('register.site')} rules={needed('site')}>
          <AutoComplete
            placeholder={t('register.siteExample')}
            options={SITES.map(([value]) => ({ value }))}
            maxLength={60}
          />
        </Form.Item>
        <Form.Item name="author" label={t('register.author')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </div>
      <ShopField shops={shops} />
      <Form.Item name="content" label={t('register.words')} rules={needed('content')}>
        <Input.TextArea
          maxLength={4000}
          placeholder={t('register.wordsHint')}
          autoSize={{ minRows: 4, maxRows: 14 }}
        />
      </Form.Item>
    </RegisterForm>
  )
}
