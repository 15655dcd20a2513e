import { jsonResponse, type EmulatorRequest, type EmulatorResponse } from './http.ts';
import { databaseName, tableName, type Home } from './resource-names.ts';
import type { LakeState } from './state.ts';

/**
 * The few operations of AWS Glue that someone needs who manages a custom source: its crawler and its table. They come
 * over the same server, told apart by the service that the request was signed for.
 */
export function answerGlue(request: EmulatorRequest, home: Home, state: LakeState): EmulatorResponse {
  const target = request.headers.get('x-amz-target') ?? '';
  const name = nameOf(request.body);
  const crawlerKey = `${home.region}/${name}`;
  const crawler = state.crawlers.get(crawlerKey);
  switch (target) {
    case 'AWSGlue.GetCrawler':
      if (crawler === undefined) return glueError('EntityNotFoundException', `Crawler ${name} not found.`);
      return glueAnswer({
        Crawler: {
          Name: crawler.name,
          Role: crawler.roleArn,
          State: crawler.state,
          DatabaseName: databaseName(home.region),
        },
      });
    case 'AWSGlue.DeleteCrawler':
      if (!state.crawlers.delete(crawlerKey)) return glueError('EntityNotFoundException', `Crawler ${name} not found.`);
      return glueAnswer({});
    case 'AWSGlue.GetTable':
      return hasTable(name, home, state)
        ? glueAnswer({ Table: { Name: name, DatabaseName: databaseName(home.region) } })
        : glueError('EntityNotFoundException', `Table ${name} not found.`);
    case 'AWSGlue.GetPartitions':
      return glueAnswer({ Partitions: [] });
    default:
      return glueError('InvalidInputException', `This emulator has no ${target || 'operation without a target'}.`);
  }
}

function hasTable(name: string, { region }: Home, state: LakeState): boolean {
  return [...state.customSources.values()].some(
    (source) => source.region === region && tableName(region, source.sourceName, source.sourceVersion) === name,
  );
}

function nameOf(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'Name' in value && typeof value.Name === 'string'
      ? value.Name
      : '';
  } catch {
    return '';
  }
}

function glueAnswer(value: object): EmulatorResponse {
  return jsonResponse(200, value, { 'content-type': 'application/x-amz-json-1.1' });
}

function glueError(name: string, message: string): EmulatorResponse {
  return jsonResponse(400, { __type: name, Message: message }, { 'content-type': 'application/x-amz-json-1.1' });
}
