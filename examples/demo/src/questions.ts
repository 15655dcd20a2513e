/** What a person would ask this lake first. */
export interface Question {
  readonly title: string;
  readonly sql: string;
}

export const questions: readonly Question[] = [
  {
    title: 'Who fails to log in, and from where?',
    sql: `SELECT src_endpoint.ip AS address, count(*) AS failed, count(DISTINCT "user".name) AS names_tried,
  min(epoch_ms(time)) AS first, max(epoch_ms(time)) AS last
FROM syslog_auth WHERE status_id = 2 AND src_endpoint.ip IS NOT NULL
GROUP BY ALL ORDER BY failed DESC, address LIMIT 5`,
  },
  {
    title: 'Which requests take longest?',
    sql: `SELECT epoch_ms(time) AS at, http_request.http_method AS method, http_request.url.path AS path,
  http_response.code AS status, duration AS milliseconds
FROM app_logs_http WHERE duration IS NOT NULL ORDER BY duration DESC, time LIMIT 5`,
  },
  {
    title: 'How fresh is each source?',
    sql: `SELECT 'app_logs_http' AS source, count(*) AS events, max(epoch_ms(time)) AS newest FROM app_logs_http
UNION ALL SELECT 'app_logs_event', count(*), max(epoch_ms(time)) FROM app_logs_event
UNION ALL SELECT 'syslog_auth', count(*), max(epoch_ms(time)) FROM syslog_auth
UNION ALL SELECT 'syslog_event', count(*), max(epoch_ms(time)) FROM syslog_event ORDER BY source`,
  },
];
