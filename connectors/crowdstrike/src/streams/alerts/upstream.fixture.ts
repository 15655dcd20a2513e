import type { Upstream } from '@sluice/testing';
import { apiKeys, startFalcon, type StoredAlert } from '../../api/falcon.fixture.ts';

/** A run begins with the alerts of a day ago. */
const anHourMs = 3_600_000;

/** The API of Falcon on one of its worse days: tokens end early, requests are throttled, answers hold a part only. */
export const alertsApi: Upstream = {
  record: (marker) =>
    JSON.stringify({
      composite_id: marker,
      display_name: 'Known Malware',
      severity_name: 'High',
      status: 'new',
      updated_timestamp: new Date(Date.now() - anHourMs).toISOString(),
    }),
  async start() {
    const falcon = await startFalcon();
    const first = Date.now() - anHourMs;
    let stored = 0;
    let queries = 0;
    falcon.onQuery = () => {
      queries += 1;
      if (queries % 4 === 1) falcon.expireTokens();
      if (queries % 3 === 2) falcon.answers.push(throttled(), throttled());
      const [one] = falcon.alerts.keys();
      if (one !== undefined && queries % 5 === 3) falcon.failing.set(one, 1);
    };
    return {
      config: { ...apiKeys, base_url: falcon.server.endpoint, poll_every: '100ms', page_size: 15 },
      async feed(records) {
        for (const record of records) {
          const updated = new Date(first + stored).toISOString();
          falcon.putAs(`alert-${stored}`, stampedAt(record, updated), updated);
          stored += 1;
        }
      },
      taken: () => falcon.taken,
      stop: () => falcon.server.close(),
    };
  },
};

/** The API says when an alert changed. What is no alert is a value that it gives in place of one. */
function stampedAt(record: string, updated: string): unknown {
  const value = parsed(record);
  return isAlert(value) ? { ...value, updated_timestamp: updated } : value;
}

function isAlert(value: unknown): value is StoredAlert {
  return typeof value === 'object' && value !== null && 'composite_id' in value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function throttled(): Response {
  return new Response('{"errors":[{"code":429}]}', { status: 429, headers: { 'retry-after': '0' } });
}
