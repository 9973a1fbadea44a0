import { Button, Drawer, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { SALON_LIMIT, type SalonForm } from '#contracts/channels/salon'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { useSaveSalonForm } from './event-queries.ts'
import styles from './events.module.css'
import { TwoLanguages } from './TwoLanguages.tsx'

type Props = { form: SalonForm | null; onClose: () => void }

/** The brand's own wording; answers keep the one that they were given to. */
export function SalonFormDrawer({ form, onClose }: Props) {
  const { t } = useTranslation('events')
  return (
    <Drawer
      open={form !== null}
      onClose={onClose}
      title={t('salon.edit')}
      size={600}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {form ? <Fields words={form} onClose={onClose} /> : null}
    </Drawer>
  )
}

function Fields({ words, onClose }: { words: SalonForm; onClose: () => void }) {
  const { t } = useTranslation('events')
  const [form] = Form.useForm<SalonForm>()
  const save = useSaveSalonForm()
  const problem = useFormProblem(form)
  const done = useDone()
  const send = (fields: SalonForm) =>
    save.mutateAsync(withoutEmpty(fields)).then(() => {
      done(t('saved'))
      onClose()
    }, problem)
  const ask = { most: SALON_LIMIT.ask, mostEn: SALON_LIMIT.askEn }
  const chip = { most: SALON_LIMIT.chip, mostEn: SALON_LIMIT.chipEn }
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={words} onFinish={send}>
      <TwoLanguages name={['effect', 'ask']} label={t('salon.effect')} {...ask} />
      <TwoLanguages name={['discomfort', 'ask']} label={t('salon.discomfort')} {...ask} />
      <TwoLanguages
        name={['discomfort', 'none']}
        label={t('salon.fine')}
        extra={t('salon.fineHint')}
        {...chip}
      />
      <Chips list={['discomfort', 'chips']} label={t('salon.chip')} extra={t('salon.chipsHint')} />
      <TwoLanguages name={['wish', 'ask']} label={t('salon.wish')} {...ask} />
      <Chips list={['wish', 'chips']} label={t('salon.chip')} />
      <TwoLanguages
        name={['consent']}
        label={t('salon.consent')}
        most={SALON_LIMIT.consent}
        mostEn={SALON_LIMIT.consent * 3}
        long
      />
      <Button type="primary" size="large" block htmlType="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </Form>
  )
}

function Chips({ list, label, extra }: { list: string[]; label: string; extra?: string }) {
  const { t } = useTranslation('events')
  return (
    <Form.List name={list}>
      {(fields, { add, remove }) => (
        <Form.Item extra={extra}>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.chipLine}>
              <TwoLanguages
                name={[name]}
                label={`${label} ${name + 1}`}
                most={SALON_LIMIT.chip}
                mostEn={SALON_LIMIT.chipEn}
              />
              <Button onClick={() => remove(name)} aria-label={t('salon.removeChip', { number: name + 1 })}>
                {t('remove')}
              </Button>
            </div>
          ))}
          {fields.length < SALON_LIMIT.chips ? (
            <Button onClick={() => add({ 'zh-CN': '' })}>{t('salon.addChip')}</Button>
          ) : null}
        </Form.Item>
      )}
    </Form.List>
  )
}

/** English that was left empty is left out. */
function withoutEmpty(fields: SalonForm): SalonForm {
  return JSON.parse(
    JSON.stringify(fields, (key, value) => (key === 'en' && !String(value ?? '').trim() ? undefined : value)),
  ) as SalonForm
}
