const key = "service-login";

/** A login to a government service that this tab has left for a while, as for linking the account. */
export interface WaitingLogin {
  id: string;
  service?: string;
  expiresAt: string;
}

/** Remembers it in this tab. */
export const leaveLogin = (login: WaitingLogin): void => sessionStorage.setItem(key, JSON.stringify(login));

export const forgetLogin = (): void => sessionStorage.removeItem(key);

/** The one that was left, while it lives. */
export const waitingLogin = (now = new Date()): WaitingLogin | undefined => {
  const kept = sessionStorage.getItem(key);
  if (kept === null) return undefined;
  const login = JSON.parse(kept) as WaitingLogin;
  return login.expiresAt > now.toISOString() ? login : undefined;
};
