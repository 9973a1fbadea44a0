import type { ReactNode } from 'react'

type IconProps = { size?: number; label?: string }

function Icon({ size = 18, label, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden={label ? undefined : true}
      aria-label={label}
      role={label ? 'img' : undefined}
      style={{ flex: 'none' }}
    >
      {children}
    </svg>
  )
}

/** The mark: a voice and its echo. */
export function EchoIcon({ size = 22 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden
      style={{ flex: 'none' }}
    >
      <circle cx="11" cy="11" r="2.4" fill="currentColor" stroke="none" />
      <path d="M5.6 16.4a7.6 7.6 0 0 1 0-10.8M16.4 5.6a7.6 7.6 0 0 1 0 10.8" />
      <path d="M2.8 19.2a11.6 11.6 0 0 1 0-16.4M19.2 2.8a11.6 11.6 0 0 1 0 16.4" opacity=".45" />
    </svg>
  )
}

function Drawn({ d, ...props }: IconProps & { d: string }) {
  return (
    <Icon {...props}>
      <path d={d} />
    </Icon>
  )
}

export function TodayIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M3.5 9.2 10 3.8l6.5 5.4V16a.8.8 0 0 1-.8.8h-3.4v-4.4H7.7v4.4H4.3a.8.8 0 0 1-.8-.8z"
    />
  )
}
export function InboxIcon(props: IconProps) {
  return <Drawn {...props} d="M3 11.2 5 4.6h10l2 6.6v4.2H3zm0 0h4l1.2 2h3.6l1.2-2h4" />
}
/** A pot on the fire. */
export function KitchenIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M4 8.5h12v5.2a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM2.6 8.5h14.8M7.4 3.4c-.8 1 .8 1.6 0 2.7m3.1-2.7c-.8 1 .8 1.6 0 2.7m3.1-2.7c-.8 1 .8 1.6 0 2.7"
    />
  )
}
/** A card that stands on the table. */
export function MenuIcon(props: IconProps) {
  return <Drawn {...props} d="M4.6 3.6h10.8v12.8H4.6zM7.4 7h1.2m2 0h2M7.4 10h1.2m2 0h2m-5.2 3h1.2m2 0h2" />
}
/** A telephone, and the way back. */
export function CallBackIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M6.4 4 8 7.4 6.6 8.8c.9 2 2.6 3.7 4.6 4.6l1.4-1.4 3.4 1.6v2.2c0 .5-.4.9-.9.8C9 16 4 11 3.4 4.9c0-.5.3-.9.8-.9zM16.6 5.6h-5m2-2-2 2 2 2"
    />
  )
}
export function StarIcon(props: IconProps) {
  return <Drawn {...props} d="m10 3.6 2 4.2 4.6.6-3.4 3.2.9 4.6L10 14l-4.1 2.2.9-4.6L3.4 8.4 8 7.8z" />
}
export function PenIcon(props: IconProps) {
  return <Drawn {...props} d="M4 16h3l8.6-8.6-3-3L4 13zm7-10 3 3" />
}
export function BoltIcon(props: IconProps) {
  return <Drawn {...props} d="M11 3 4.6 11.4h4.6L8.4 17 15 8.4h-4.6z" />
}
export function BookIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M4 4.4c2.4-.7 4.4-.5 6 .8 1.6-1.3 3.6-1.5 6-.8v10.8c-2.4-.7-4.4-.5-6 .8-1.6-1.3-3.6-1.5-6-.8zm6 .8V16"
    />
  )
}
export function ShopIcon(props: IconProps) {
  return <Drawn {...props} d="M4 8.4V16h12V8.4M3.2 8.4 4.6 4h10.8l1.4 4.4zm4.8 7.6v-4.2h4V16" />
}
export function PeopleIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M7.4 9.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM2.8 16c.2-2.8 2-4.2 4.6-4.2S11.8 13.2 12 16m1-6.6a2.3 2.3 0 1 0-.4-4.5m1.6 6.9c1.8.3 2.9 1.6 3 4.2"
    />
  )
}
export function CustomerIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M4.2 3.6h11.6v12.8H4.2zM10 9.6a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8zm-3.2 4c.3-1.7 1.5-2.5 3.2-2.5s2.9.8 3.2 2.5"
    />
  )
}
export function ChannelIcon(props: IconProps) {
  return <Drawn {...props} d="M4 4h4.6v4.6H4zm7.4 0H16v4.6h-4.6zM4 11.4h4.6V16H4zm7.4 0h2v2m2.6-2v4.6h-4.6" />
}
export function ImportIcon(props: IconProps) {
  return <Drawn {...props} d="M10 3.6v8m-3.2-3L10 11.8l3.2-3.2M4 12.6V16h12v-3.4" />
}
export function AuditIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M10 3.4 15.6 5.4v4.4c0 3.2-2.2 5.6-5.6 6.8-3.4-1.2-5.6-3.6-5.6-6.8V5.4zm-2.4 6.4 1.8 1.8 3.2-3.4"
    />
  )
}
export function MeIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zm-6 6.6c.4-3 2.6-4.4 6-4.4s5.6 1.4 6 4.4"
    />
  )
}
export function BellIcon(props: IconProps) {
  return <Drawn {...props} d="M5.2 13.4V9a4.8 4.8 0 0 1 9.6 0v4.4l1.2 1H4zm3.2 2.8c.8.7 2.4.700 3.2 0" />
}
export function SearchIcon(props: IconProps) {
  return <Drawn {...props} d="M9 14.2A5.2 5.2 0 1 0 9 3.8a5.2 5.2 0 0 0 0 10.4zm3.8-1.4 3.6 3.6" />
}
export function FilterIcon(props: IconProps) {
  return <Drawn {...props} d="M3.6 5h12.8M6 10h8m-5.4 5h2.8" />
}
export function BackIcon(props: IconProps) {
  return <Drawn {...props} d="M12 4.6 6.6 10l5.4 5.4" />
}
export function ChevronIcon(props: IconProps) {
  return <Drawn {...props} d="M7.6 4.8 12.8 10l-5.2 5.2" />
}
export function DownIcon(props: IconProps) {
  return <Drawn {...props} d="M5 7.6 10 12.6l5-5" />
}
export function CloseIcon(props: IconProps) {
  return <Drawn {...props} d="m5 5 10 10M15 5 5 15" />
}
export function PlusIcon(props: IconProps) {
  return <Drawn {...props} d="M10 4v12M4 10h12" />
}
export function CheckIcon(props: IconProps) {
  return <Drawn {...props} d="m4.4 10.4 3.6 3.6 7.6-8" />
}
export function LockIcon(props: IconProps) {
  return <Drawn {...props} d="M5 9h10v7.2H5zm2-.2V6.6a3 3 0 0 1 6 0v2.2" />
}
export function WarnIcon(props: IconProps) {
  return <Drawn {...props} d="M10 3.6 17.2 16H2.8zm0 4.6v3.6m0 2v.2" />
}
/** A line that leaps: many small voices at once. */
export function SignalIcon(props: IconProps) {
  return <Drawn {...props} d="M2.8 13.4h3.6l2-8.2 3.2 10.4 2-5.2h3.6" />
}
export function PhotoIcon(props: IconProps) {
  return <Drawn {...props} d="M3.4 5h13.2v10.4H3.4zm0 8 3.6-3.4 3 2.8 2.6-2.2 4 3.6M12.6 8v.1" />
}
export function FileIcon(props: IconProps) {
  return <Drawn {...props} d="M5.4 3h6.2l3 3v11H5.4zm6 0v3.2h3.2M10 9v4.6m-2-1.9 2 2 2-2" />
}
export function ClockIcon(props: IconProps) {
  return <Drawn {...props} d="M10 16.4a6.4 6.4 0 1 0 0-12.8 6.4 6.4 0 0 0 0 12.8zm0-10v3.8l2.4 1.6" />
}
export function MoreIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4.8 10h.01M10 10h.01M15.2 10h.01" strokeWidth="2.4" />
    </Icon>
  )
}
export function TemplateIcon(props: IconProps) {
  return <Drawn {...props} d="M4.4 3.8h11.2v12.4H4.4zM7 7.4h6M7 10h6m-6 2.6h3.6" />
}
export function InfoIcon(props: IconProps) {
  return <Drawn {...props} d="M10 16.4a6.4 6.4 0 1 0 0-12.8 6.4 6.4 0 0 0 0 12.8zm0-7v4m0-6.4v.1" />
}
export function SoundIcon(props: IconProps) {
  return (
    <Drawn {...props} d="M4 8v4h2.6L10 15V5L6.6 8zm9-.4c1.3 1.3 1.3 3.5 0 4.8m2-7c2.6 2.5 2.6 6.7 0 9.2" />
  )
}
export function MuteIcon(props: IconProps) {
  return <Drawn {...props} d="M4 8v4h2.6L10 15V5L6.6 8zm9 .4 3.4 3.4m0-3.4L13 11.8" />
}
export function PersonPlusIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M8.4 9.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM3 16c.3-2.8 2.2-4.2 5.4-4.2 1.3 0 2.4.2 3.2.7M15 11.6v4.8m-2.4-2.4h4.8"
    />
  )
}
export function OfflineIcon(props: IconProps) {
  return (
    <Drawn {...props} d="M3.4 8.2c3.8-3.4 9.4-3.4 13.2 0M6 11.2c2.3-2 5.7-2 8 0m-4 3.6v.1M4 3.6l12 12.8" />
  )
}
export function TodoIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="m3.4 5.6 1.3 1.3L7 4.4m-3.6 6.4 1.3 1.3L7 9.6m2.8-3.8h6.8m-6.8 5.2h6.8M9.8 16h6.8M4 16h2"
    />
  )
}
export function StepIcon(props: IconProps) {
  return <Drawn {...props} d="M4.4 4.4h11.2v11.2H4.4zM7.2 10l2 2 3.6-4" />
}
export function AskIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M3.6 4.4h12.8v9H9.4l-3.2 2.8v-2.8H3.6zm4.8 3a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.8.5-.8 1m0 1.4v.1"
    />
  )
}
export function CallIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M5 3.8h2.4l1.2 3-1.5 1.1a8.6 8.6 0 0 0 4.9 4.9l1.1-1.5 3 1.2V15c0 .7-.6 1.2-1.3 1.2A11 11 0 0 1 3.8 5.2c0-.8.5-1.4 1.2-1.4z"
    />
  )
}
export function EventIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M3.4 6.4c0-.7.5-1.2 1.2-1.2h10.8c.7 0 1.2.5 1.2 1.2v2a1.6 1.6 0 0 0 0 3.2v2c0 .7-.5 1.2-1.2 1.2H4.6c-.7 0-1.2-.5-1.2-1.2v-2a1.6 1.6 0 0 0 0-3.2zm8.2-.8v1.6m0 2v1.6m0 2v1.6"
    />
  )
}
export function OrderIcon(props: IconProps) {
  return <Drawn {...props} d="M5 3.6h10v12.8l-1.7-1-1.6 1-1.7-1-1.7 1-1.6-1-1.7 1zm2.4 4h5.2m-5.2 3h5.2" />
}
export function CoinIcon(props: IconProps) {
  return (
    <Drawn
      {...props}
      d="M10 16.4a6.4 6.4 0 1 0 0-12.8 6.4 6.4 0 0 0 0 12.8zM7.6 6.6 10 9.6l2.4-3M10 9.6v4m-2.2-3.2h4.4m-4.4 1.8h4.4"
    />
  )
}

/** A day of the calendar that is taken. */
export function BookedIcon(props: IconProps) {
  return <Drawn {...props} d="M4 5.2h12v11H4zm0 3.4h12M7.2 3.4v3m5.6-3v3m-5 5.6 1.6 1.6 3-3" />
}

/** Two wheels under a bag. */
export function RiderIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="5" cy="14.5" r="2.3" />
      <circle cx="15.4" cy="14.5" r="2.3" />
      <path d="M7.3 14.5h5.8L11.6 6.2h2.6M3.4 5.4h5v4.4h-5z" />
    </Icon>
  )
}
