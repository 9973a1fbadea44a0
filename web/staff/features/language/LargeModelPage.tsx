import { Alert, Button, Checkbox, Form, Input, InputNumber, Popconfirm, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LargeSettings, LargeTest, LargeUse, SaveLarge } from '#contracts/language/large'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import styles from './language.module.css'
import { useLarge, useSaveLarge, useTryLarge } from './large-queries.ts'

const USES: readonly LargeUse[] = ['triage', 'summary', 'reply']

/** 大模型: connects any service that speaks /v1/chat/completions; off until then. */
export function LargeModelPage() {
  const { t } = useTranslation('language')
  const large = useLarge()
  return (
    <PageFrame title={t('large.title')} hint={t('large.hint')} width="narrow">
      <QueryState query={large}>
        {(data) => (
          <>
            <Health data={data} />
            <Connection data={data} />
            <Section title={t('large.rules')}>
              <ul className={styles.rules}>
                {(t('large.ruleLines', { returnObjects: true }) as string[]).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </QueryState>
    </PageFrame>
  )
}

function Health({ data }: { data: LargeSettings }) {
  const { t } = useTranslation('language')
  const when = useWhen()
  if (!data.url) return null
  const counts = t('large.counts', { calls: data.calls, fallbacks: data.fallbacks })
  if (data.restUntil)
    return (
      <Alert
        type="warning"
        showIcon
        className={styles.health ?? ''}
        title={t('large.resting', { when: when(data.restUntil) })}
        description={`${t(`large.fault.${data.problem}`)} ${counts}`}
      />
    )
  if (data.problem)
    return (
      <Alert
        type="warning"
        showIcon
        className={styles.health ?? ''}
        title={t(`large.fault.${data.problem}`)}
        description={counts}
      />
    )
  return (
    <p className={styles.usage}>
      <span>{data.lastOkAt ? t('large.lastOk', { when: when(data.lastOkAt) }) : t('large.neverAsked')}</span>
      {data.calls > 0 ? <span>{counts}</span> : null}
    </p>
  )
}

type Fields = Omit<SaveLarge, 'key'> & { key?: string }

function Connection({ data }: { data: LargeSettings }) {
  const { t } = useTranslation('language')
  const [form] = Form.useForm<Fields>()
  const save = useSaveLarge()
  const trial = useTryLarge()
  const problem = useProblem()
  const formProblem = useFormProblem(form)
  const done = useDone()
  const [result, setResult] = useState<LargeTest | null>(null)
  const send = ({ key, ...fields }: Fields) =>
    save.mutateAsync({ ...fields, ...(key ? { key } : {}) }).then(() => {
      form.setFieldValue('key', '')
      done(t('large.saved'))
    }, formProblem)
  const tryIt = () =>
    form.validateFields(['url', 'model', 'timeoutSec']).then(
      ({ url, model, timeoutSec }) => {
        const key = form.getFieldValue('key') as string | undefined
        trial.mutate(
          { url, model, timeoutSec, ...(key ? { key } : {}) },
          { onError: formProblem, onSuccess: setResult },
        )
      },
      () => undefined,
    )
  const takeKey = () =>
    save.mutateAsync({ ...savedOf(data), key: '' }).then(() => {
      setResult(null)
      done(t('large.keyTaken'))
    }, problem)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...savedOf(data), key: '' }}
      onValuesChange={() => setResult(null)}
      onFinish={send}
    >
      <Form.Item name="on" label={t('large.on')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name="url"
        label={t('large.url')}
        extra={t('large.urlHint')}
        rules={[{ required: true, message: t('large.missing') }]}
      >
        <Input inputMode="url" placeholder="https://api.example.com/v1" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="model"
        label={t('large.model')}
        rules={[{ required: true, message: t('large.missing') }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="key"
        label={t('large.key')}
        extra={
          data.keySet ? (
            <span className={styles.kept}>
              {t('large.keyKept')}
              <Popconfirm title={t('large.keyTakeAsk')} okText={t('large.keyTake')} onConfirm={takeKey}>
                <Button>{t('large.keyTake')}</Button>
              </Popconfirm>
            </span>
          ) : (
            t('large.keyHint')
          )
        }
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="timeoutSec" label={t('large.timeout')}>
        <InputNumber min={3} max={60} />
      </Form.Item>
      <Form.Item name="uses" label={t('large.uses')}>
        <Checkbox.Group
          className={styles.uses ?? ''}
          options={USES.map((use) => ({ value: use, label: t(`large.use.${use}`) }))}
        />
      </Form.Item>
      <div className={styles.deeds}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('large.save')}
        </Button>
        <Button loading={trial.isPending} onClick={tryIt}>
          {t('large.test')}
        </Button>
        <span className={styles.quiet}>{t('large.testHint')}</span>
      </div>
      {result ? (
        <Alert
          type={result.ok ? 'success' : 'error'}
          showIcon
          className={styles.health ?? ''}
          title={
            result.ok
              ? t('large.testOk', { seconds: secondsOf(result) })
              : t('large.testFailed', {
                  fault: t(`large.fault.${result.problem}`),
                  seconds: secondsOf(result),
                })
          }
        />
      ) : null}
    </Form>
  )
}

const savedOf = ({ on, url, model, timeoutSec, uses }: LargeSettings): SaveLarge => ({
  on,
  url,
  model,
  timeoutSec,
  uses,
})

const secondsOf = ({ tookMs }: LargeTest): string => (tookMs / 1000).toFixed(1)
