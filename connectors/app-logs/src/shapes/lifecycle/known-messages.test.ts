import { expect, test } from 'vitest';
import { noFacts } from '../../events/facts.ts';
import { eventOf } from '../../streams/files/conformance.fixture.ts';
import { lifecycleOf } from './known-messages.ts';

const tomcat = 'org.apache.catalina.startup.Catalina';
const dotnet = 'Microsoft.Hosting.Lifetime';

test.each([
  [
    'Started ShopApplication in 2.5 seconds',
    'c.e.Shop',
    { activity: 'Start', name: 'ShopApplication', isSuccess: true },
  ],
  [
    'Started Shop in 2 seconds (process running for 3)',
    'c.e.Shop',
    { activity: 'Start', name: 'Shop', isSuccess: true },
  ],
  [
    'Server startup in [1,234] milliseconds',
    tomcat,
    { activity: 'Start', name: 'Tomcat', vendor: 'Apache Software Foundation', isSuccess: true },
  ],
  [
    'Server startup in 1234 ms',
    `${tomcat}.start`,
    { activity: 'Start', name: 'Tomcat', vendor: 'Apache Software Foundation', isSuccess: true },
  ],
  ['Application started. Press Ctrl+C to shut down.', dotnet, { activity: 'Start', name: dotnet, isSuccess: true }],
  ['Application is shutting down...', dotnet, { activity: 'Stop', name: dotnet }],
  [
    'Starting gunicorn 21.2.0',
    'gunicorn.error',
    { activity: 'Start', name: 'gunicorn', vendor: 'Gunicorn', version: '21.2.0' },
  ],
  ['Shutting down: Master', 'gunicorn.error', { activity: 'Stop', name: 'gunicorn', vendor: 'Gunicorn' }],
  ['Application startup complete.', 'uvicorn.error', { activity: 'Start', name: 'uvicorn', isSuccess: true }],
  ['Application shutdown complete.', 'uvicorn.error', { activity: 'Stop', name: 'uvicorn', isSuccess: true }],
])('%s of %s is a step', (message, logger, step) => {
  expect(lifecycleOf({ ...noFacts(), message, logger })).toEqual(step);
  const named = step.name === dotnet || step.name === 'uvicorn' ? { ...step, name: 'shop' } : step;
  expect(lifecycleOf({ ...noFacts(), message, logger, service: 'shop' })).toEqual(named);
});

test.each([
  ['Started Shop in 2 days', 'c.e.Shop'],
  ['Server startup in 1234 ms', 'com.example'],
  ['Server startup in 1234 ms', 'org.apache.catalina.startup.CatalinaX'],
  ['Application started.', `${dotnet}.more`],
  ['Application is shutting down', 'other'],
  ['Starting gunicorn', 'gunicorn.error'],
  ['It Started Shop in 2 seconds', 'c.e.Shop'],
])('%s of %s is none', (message, logger) => {
  expect(lifecycleOf({ ...noFacts(), message, logger })).toBeUndefined();
});

test('prose without a level or a logger is no log; a level is enough', () => {
  const message = 'Started Shop in 2 seconds';
  expect(lifecycleOf({ ...noFacts(), message })).toBeUndefined();
  expect(lifecycleOf({ ...noFacts(), message, level: 'INFO' })).toMatchObject({ activity: 'Start' });
  expect(lifecycleOf({ ...noFacts(), level: 'INFO' })).toBeUndefined();
  expect(lifecycleOf({ ...noFacts(), message: 'Server startup in 1 ms', level: 'INFO' })).toBeUndefined();
  expect(
    lifecycleOf({ ...noFacts(), message: 'Application started.', level: 'INFO', service: 'x', logger: dotnet }),
  ).toMatchObject({ name: 'x' });
});

test('only a short message is looked at', () => {
  const message = (length: number): string => 'Started Shop in 2 seconds ('.padEnd(length, 'x');
  expect(lifecycleOf({ ...noFacts(), message: message(500), level: 'INFO' })).toBeDefined();
  expect(lifecycleOf({ ...noFacts(), message: message(501), level: 'INFO' })).toBeUndefined();
});

test('a step of an application that has no level is informational', () => {
  const said = { message: 'Started Shop in 2 seconds', logger: 'com.example.Shop' };
  expect(eventOf(JSON.stringify(said))).toMatchObject({ class_uid: 6002, severity_id: 1 });
  expect(eventOf(JSON.stringify({ ...said, level: 'ERROR' }))).toMatchObject({ class_uid: 6002, severity_id: 4 });
});
