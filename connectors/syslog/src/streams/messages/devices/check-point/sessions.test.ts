import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  ['0', 1],
  ['Informational', 1],
  ['1', 2],
  ['Low', 2],
  ['2', 3],
  ['Medium', 3],
  ['3', 4],
  ['High', 4],
  ['4', 5],
  ['Critical', 5],
])('the severity "%s" of a finding is %i', (severity, id) => {
  const fields = `action:"Prevent"; origin:"203.0.113.1"; product:"SmartDefense"; src:"192.0.2.7"; dst:"198.51.100.2"; severity:"${severity}"`;
  const { event, problems } = mapRecord(`<134>1 2026-01-14T09:12:01Z fw1 CheckPoint 1 - [${fields}]`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 2004, severity_id: id });
});
