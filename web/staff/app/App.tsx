import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import { Suspense } from 'react'
import { useAntLocale } from './ant-locale.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { useAntTheme } from './use-ant-theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content

export function App() {
  const theme = useAntTheme()
  const locale = useAntLocale()
  return (
    <ConfigProvider
      theme={theme}
      locale={locale}
      button={{ autoInsertSpace: false }}
      // A click beside a form must not throw away what stands in it.
      modal={{ mask: { closable: false } }}
      drawer={{ mask: { closable: false } }}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      <AntApp style={{ height: '100%' }} message={{ maxCount: 1 }}>
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <Suspense>
              <RouterProvider router={router} />
            </Suspense>
          </ErrorBoundary>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
