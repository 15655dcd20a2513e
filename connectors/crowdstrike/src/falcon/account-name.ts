import type { User } from '@sluice/ocsf/1.3.0';

/** Gives a user its name; `DOMAIN\name` is taken apart. */
export function nameUser(user: User, written: string): void {
  const cut = written.indexOf('\\');
  if (cut > 0 && cut < written.length - 1) {
    user.domain = written.slice(0, cut);
    user.name = written.slice(cut + 1);
  } else user.name = written;
}
