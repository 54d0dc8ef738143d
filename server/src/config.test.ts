import { expect, test } from 'vitest';
import { ConfigError, isLoopback, readConfig } from './config';

test('without any variable the server is for this computer alone, and guests may practise', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8866, guests: true, synchronous: 'FULL' });
});

test('guests are not admitted by themselves where others can come', () => {
  expect(readConfig({ KEFU_HOST: '0.0.0.0' }).guests).toBe(false);
  // A proxy on this computer brings people from elsewhere.
  expect(readConfig({ KEFU_ORIGIN: 'https://dojo.example.com' }).guests).toBe(false);
  expect(readConfig({ KEFU_HOST: '0.0.0.0', KEFU_GUESTS: 'on' }).guests).toBe(true);
  expect(readConfig({ KEFU_GUESTS: 'off' }).guests).toBe(false);
});

test('all that is wrong is named at once', () => {
  const wrong = { KEFU_PORT: '99999', KEFU_SYNCHRONOUS: 'OFF', KEFU_ORIGIN: 'dojo', LOG_LEVEL: 'loud' };
  expect(() => readConfig(wrong)).toThrow(ConfigError);
  for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(`${name}:`);
});

test('an empty variable is none', () => {
  expect(readConfig({ KEFU_PORT: '', KEFU_ORIGIN: '' })).toMatchObject({ port: 8866, origin: undefined });
});

test('an origin is kept without path and slash', () => {
  expect(readConfig({ KEFU_ORIGIN: 'https://dojo.example.com/' }).origin).toBe('https://dojo.example.com');
});

test('loopback is this computer in all its names', () => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])
    expect(isLoopback(host)).toBe(true);
  for (const host of ['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.evil.example', 'localhost.evil.example']) {
    expect(isLoopback(host)).toBe(false);
  }
});
