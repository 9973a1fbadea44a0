import { lazy } from 'react'

/** Each page is its own file to fetch: whoever signs in does not wait for the account page. */
export const SignInPage = lazy(() => import('./SignInPage.tsx').then((m) => ({ default: m.SignInPage })))
export const SetupPage = lazy(() => import('./SetupPage.tsx').then((m) => ({ default: m.SetupPage })))
export const InvitationPage = lazy(() =>
  import('./InvitationPage.tsx').then((m) => ({ default: m.InvitationPage })),
)
export const AccountPage = lazy(() => import('./AccountPage.tsx').then((m) => ({ default: m.AccountPage })))
