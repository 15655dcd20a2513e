import type { Upstream } from '@sluice/testing';
import { startFeeds } from './feed.fixture.ts';

/** Events after which the server closes a feed, once. */
const closesAfter = 25;

/** A feed that blanks keep alive, and that the server closes in its midst. */
export const feed: Upstream = {
  record: (marker) =>
    JSON.stringify({
      metadata: { offset: 0, eventType: 'AuthActivityAuditEvent', eventCreationTime: 1_768_471_200_000 },
      event: { UserId: marker, UserIp: '192.0.2.10', OperationName: 'userAuthenticate', Success: true },
    }),
  async start() {
    const feeds = await startFeeds(1);
    let published = 0;
    return {
      config: feeds.config,
      async feed(records) {
        for (const record of records) {
          feeds.publishLine(0, stampedWith(record, published));
          published += 1;
          if (published === closesAfter) feeds.breakFeeds();
        }
      },
      stop: () => feeds.close(),
    };
  },
};

/** The stream counts its events. What is no event is a line like another. */
function stampedWith(record: string, offset: number): string {
  const at = '"offset":0,';
  return record.includes(at) ? record.replace(at, `"offset":${offset},`) : record;
}
