import { useQueries } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Form, Input, Segmented, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { NoticeGroup, type Robot, type RobotKind } from '#contracts/notify'
import { useFormProblem } from '../../ui/use-form-problem.ts'
import { useDone } from '../../ui/use-problem.ts'
import { regionsQuery, shopsQuery } from '../people/index.ts'
import styles from './notify.module.css'
import { useCreateRobot, useSaveRobot } from './notify-queries.ts'

const KINDS = ['wecom', 'dingtalk', 'feishu'] as const
type Fields = {
  kind: RobotKind
  name: string
  address: string
  secret: string
  place: string
  groups: NoticeGroup[]
  mention: boolean
  on: boolean
}

/** Adds a robot step by step, or changes one; its address is entered anew only to replace it. */
export function RobotDrawer({ robot, onClose }: { robot: Robot | 'new' | null; onClose: () => void }) {
  const { t } = useTranslation('notify')
  const known = robot === 'new' ? null : robot
  return (
    <Drawer
      open={robot !== null}
      onClose={onClose}
      title={known ? t('robot.edit') : t('robot.add')}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {robot ? <RobotForm key={known?.id ?? 'new'} robot={known} onClose={onClose} /> : null}
    </Drawer>
  )
}

function RobotForm({ robot, onClose }: { robot: Robot | null; onClose: () => void }) {
  const { t } = useTranslation('notify')
  const [form] = Form.useForm<Fields>()
  const create = useCreateRobot()
  const save = useSaveRobot(robot?.id ?? '')
  const problem = useFormProblem(form)
  const done = useDone()
  const kind = Form.useWatch('kind', form) ?? robot?.kind ?? 'wecom'
  const send = (fields: Fields) => {
    const [sort, id] = fields.place.split(':')
    const common = {
      name: fields.name,
      groups: fields.groups,
      mention: fields.mention,
      regionId: sort === 'region' ? (id ?? null) : null,
      shopId: sort === 'shop' ? (id ?? null) : null,
    }
    const sent = robot
      ? save.mutateAsync({
          ...common,
          on: fields.on,
          ...(fields.address ? { address: fields.address.trim() } : {}),
          ...(fields.secret ? { secret: fields.secret } : {}),
        })
      : create.mutateAsync({
          ...common,
          kind: fields.kind,
          address: fields.address.trim(),
          secret: fields.secret ?? '',
        })
    return sent.then(() => {
      done(t('saved'))
      onClose()
    }, problem)
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={startOf(robot)} onFinish={send}>
      {robot ? null : (
        <>
          <Form.Item name="kind" label={t('robot.platform')}>
            <Segmented block options={KINDS.map((value) => ({ value, label: t(`robot.kind.${value}`) }))} />
          </Form.Item>
          <Steps kind={kind} />
        </>
      )}
      <Form.Item
        name="address"
        label={t('robot.address')}
        extra={robot ? t('robot.addressKept', { address: robot.address }) : null}
        rules={robot ? [] : [{ required: true, message: t('robot.addressMissing') }]}
      >
        <Input autoComplete="off" inputMode="url" placeholder={t(`robot.example.${kind}`)} />
      </Form.Item>
      {kind === 'wecom' ? null : (
        <Form.Item
          name="secret"
          label={t('robot.secret')}
          extra={robot?.signed ? t('robot.secretKept') : t('robot.secretHint')}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
      <Form.Item
        name="name"
        label={t('robot.name')}
        rules={[{ required: true, whitespace: true, message: t('robot.nameMissing') }]}
      >
        <Input maxLength={60} placeholder={t('robot.nameExample')} />
      </Form.Item>
      <PlaceField />
      <Form.Item
        name="groups"
        label={t('robot.groups')}
        rules={[{ required: true, type: 'array', min: 1, message: t('robot.groupsMissing') }]}
      >
        <Checkbox.Group
          className={styles.checks ?? ''}
          options={NoticeGroup.options.map((value) => ({ value, label: t(`group.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="mention"
        label={t('robot.mention')}
        extra={t('robot.mentionHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      {robot ? (
        <Form.Item name="on" label={t('robot.on')} valuePropName="checked">
          <Switch />
        </Form.Item>
      ) : null}
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={create.isPending || save.isPending}
      >
        {t('action.save')}
      </Button>
    </Form>
  )
}

function startOf(robot: Robot | null): Partial<Fields> {
  if (!robot)
    return { kind: 'wecom', place: 'brand', groups: ['alarm', 'late', 'trouble'], mention: true, on: true }
  const place = robot.shopId ? `shop:${robot.shopId}` : robot.regionId ? `region:${robot.regionId}` : 'brand'
  const { kind, name, groups, mention, on } = robot
  return { kind, name, groups, mention, on, place }
}

function Steps({ kind }: { kind: RobotKind }) {
  const { t } = useTranslation('notify')
  const steps = t(`robot.steps.${kind}`, { returnObjects: true }) as string[]
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}

function PlaceField() {
  const { t } = useTranslation('notify')
  const [shops, regions] = useQueries({ queries: [shopsQuery, regionsQuery] })
  const options = [
    { value: 'brand', label: t('robot.brand') },
    {
      label: t('robot.region'),
      options: (regions.data ?? []).map((r) => ({ value: `region:${r.id}`, label: r.name })),
    },
    {
      label: t('robot.shop'),
      options: (shops.data ?? []).map((s) => ({ value: `shop:${s.id}`, label: s.name })),
    },
  ]
  return (
    <Form.Item name="place" label={t('robot.place')} extra={t('robot.placeHint')}>
      <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  )
}
