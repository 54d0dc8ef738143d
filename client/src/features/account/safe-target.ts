/** Where to go after signing in: a page of this site, never what somebody put into a link. */
export const safeTarget = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/library';
