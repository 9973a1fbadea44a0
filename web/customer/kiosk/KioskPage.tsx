import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TabletReceipt } from '#contracts/channels/tablet'
import { phoneStorage } from '../form/form-draft.ts'
import { call } from '../sending/call.ts'
import { fillScreen, keepPage } from '../tablet/screen.ts'
import { useChange, useOnce, useSteady } from '../ui/hooks.ts'
import { useReturn } from '../ui/phone-state.ts'
import { ReaderContext } from '../ui/reader.ts'
import { fill, LOCALES, type Locale, pickLocale } from '../words.ts'
import { Attract } from './Attract.tsx'
import { apiPath, key, slug } from './address.ts'
import { type AllWords, ToldContext } from './kiosk-words.ts'
import { createQueue, type Entry } from './queue.ts'
import { StaffCorner } from './StaffCorner.tsx'
import { useFront } from './use-front.ts'
import { Visit } from './Visit.tsx'

/** /k/:slug/:key — one visitor after the other on a tablet at the door. */
export function KioskPage({ words }: { words: AllWords }): JSX.Element {
  const home = useOnce(() => pickLocale(null, navigator.languages ?? [navigator.language]))
  const [locale, setLocale] = useState<Locale>(home)
  const [visit, setVisit] = useState(0)
  const [arrived, setArrived] = useState<{ id: string; receipt: TabletReceipt } | null>(null)
  const [, redraw] = useState(0)
  const [renewed, setRenewed] = useState(false)
  const storage = useOnce(phoneStorage)
  const told = useSteady((entry: Entry, receipt: TabletReceipt) => {
    setArrived({ id: entry.submissionId, receipt })
  })
  const queue = useOnce(() =>
    createQueue({
      storage,
      place: `huiyin.kiosk.${slug}.queue`,
      post: send,
      onChange: () => redraw((times) => times + 1),
      onSent: (entry, receipt) => told(entry, receipt),
    }),
  )
  const { front, trouble, look } = useFront(storage, queue.count)
  const waiting = queue.count()
  useReturn(queue.poke)
  useChange([], () => keepPage(() => setRenewed(true)))
  useChange([waiting === 0], () => {
    if (front) look()
  })
  useChange([locale], () => {
    document.documentElement.lang = locale
  })
  useChange([front?.tone], () => {
    document.documentElement.dataset.tone = front?.tone ?? 'pine'
  })
  useChange([renewed, visit], () => {
    // A new version is taken up between two visitors.
    if (renewed && visit === 0) location.reload()
  })

  const begin = (): void => {
    fillScreen()
    setArrived(null)
    setVisit(Date.now())
  }
  const end = (): void => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setArrived(null)
    setVisit(0)
    setLocale(home)
    window.scrollTo(0, 0)
  }
  const { own: k, shared: w } = words[locale]
  if (!front) {
    const off = trouble === 'off'
    return <Notice title={off ? k.off.title : k.first.title} text={off ? k.off.text : k.first.text} />
  }
  const shut = trouble === 'off' || queue.shut()
  return (
    <ReaderContext.Provider value={{ w, locale }}>
      <ToldContext.Provider value={{ k, said: front.words[locale], front }}>
        <div class="kiosk" data-at={visit ? 'visit' : 'home'}>
          <header class="kiosk-head">
            <StaffCorner
              name={[front.brand, front.shop].filter(Boolean).join(' · ')}
              waiting={waiting}
              known={front.known}
              onSend={() => {
                queue.poke()
                look()
              }}
            />
            {waiting > 0 && (
              <p class="kiosk-waiting" role="status">
                {fill(k.waiting, { n: waiting })}
              </p>
            )}
          </header>
          {shut && !visit ? (
            <Notice title={k.off.title} text={k.off.text} />
          ) : visit ? (
            <Visit
              key={visit}
              locale={locale}
              idleSec={front.idleSec}
              arrived={arrived}
              onSend={queue.add}
              onEnd={end}
            />
          ) : (
            <Attract onBegin={begin} />
          )}
          <nav class="kiosk-languages" aria-label={k.language}>
            {LOCALES.map((one) => (
              <button
                type="button"
                key={one.key}
                lang={one.key}
                aria-current={one.key === locale ? 'true' : undefined}
                onClick={() => setLocale(one.key)}
              >
                {one.name}
              </button>
            ))}
          </nav>
        </div>
      </ToldContext.Provider>
    </ReaderContext.Provider>
  )
}

function Notice({ title, text }: { title: string; text: string }): JSX.Element {
  return (
    <main class="kiosk-notice">
      <div role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
    </main>
  )
}

function send({ category, contact, ...rest }: Entry) {
  const body = { ...rest, key, category: category || undefined, contact: contact || undefined }
  return call<TabletReceipt>(`${apiPath}/feedback`, { method: 'POST', body, locale: rest.locale })
}
