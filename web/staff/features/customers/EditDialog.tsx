import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BirthdayOn, type CustomerFile } from '#contracts/customers/file'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useFileDeed } from './customer-queries.ts'
import styles from './dialogs.module.css'
import { Field } from './Field.tsx'

const VALUES = ['new', 'regular', 'vip'] as const
const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const

/** The fields of the file. Name and birthday are masked, so what is left empty stays as it is. */
export function EditDialog({ file, close }: { file: CustomerFile; close: () => void }) {
  const { t } = useTranslation('customers')
  const [name, setName] = useState('')
  const [birthday, setBirthday] = useState('')
  const [lunar, setLunar] = useState(file.birthdayLunar)
  const [value, setValue] = useState(file.value)
  const [language, setLanguage] = useState(file.language)
  const [tags, setTags] = useState(file.tags)
  const [reason, setReason] = useState('')
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  const done = useDone()
  const dayOk = !birthday || BirthdayOn.safeParse(dayOf(birthday)).success
  const send = () =>
    deed.mutate(
      {
        do: 'edit',
        body: {
          ...(name.trim() ? { name } : {}),
          ...(birthday ? { birthdayOn: dayOf(birthday), birthdayLunar: lunar } : {}),
          value,
          language,
          tags,
          reason,
        },
      },
      {
        onSuccess: () => {
          done(t('edit.done'))
          close()
        },
        onError: problem,
      },
    )
  return (
    <Modal
      open
      title={t('edit.title')}
      okText={t('save')}
      cancelText={t('cancel')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: !dayOk }}
      width={520}
    >
      <div className={styles.fields}>
        <Field label={t('field.name')}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={60}
              value={name}
              placeholder={file.name ? t('edit.keep', { what: file.name }) : t('edit.name')}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('field.birthday')}>
          {(id) => (
            <Input
              id={id}
              maxLength={10}
              value={birthday}
              status={dayOk ? '' : 'error'}
              placeholder={file.birthday ? t('edit.keep', { what: file.birthday }) : t('edit.birthday')}
              onChange={(event) => setBirthday(event.target.value.trim())}
            />
          )}
        </Field>
        <Checkbox checked={lunar} onChange={(event) => setLunar(event.target.checked)}>
          {t('edit.lunar')}
        </Checkbox>
        <Field label={t('field.value')}>
          {(id) => (
            <Select
              id={id}
              value={value}
              options={VALUES.map((key) => ({ value: key, label: t(`value.${key}`) }))}
              onChange={setValue}
            />
          )}
        </Field>
        <Field label={t('field.language')}>
          {(id) => (
            <Select
              id={id}
              allowClear
              value={language}
              placeholder={t('none')}
              options={LANGUAGES.map((key) => ({ value: key, label: t(`language.${key}`) }))}
              onChange={(next) => setLanguage(next ?? null)}
            />
          )}
        </Field>
        <Field label={t('field.tags')}>
          {(id) => (
            <Select
              id={id}
              mode="tags"
              maxCount={20}
              value={tags}
              placeholder={t('edit.tags')}
              tokenSeparators={[',', '，', '、']}
              onChange={(next: string[]) => setTags(next.map((tag) => tag.slice(0, 20)))}
            />
          )}
        </Field>
        <Field label={t('edit.reason')}>
          {(id) => (
            <Input
              id={id}
              maxLength={200}
              value={reason}
              placeholder={t('edit.reasonHint')}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}

/** 05-04 is a day of which nobody knows the year. */
const dayOf = (typed: string) => (/^\d{2}-\d{2}$/.test(typed) ? `--${typed}` : typed)
