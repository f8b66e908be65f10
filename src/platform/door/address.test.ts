import { expect, it } from 'vitest';
import { visitorOf } from './address.ts';

it.each([
  ['nobody before us: the header is the visitor’s own invention', '9.9.9.9', 0, '10.0.0.1'],
  ['one proxy: what it added last', '9.9.9.9, 192.0.2.7', 1, '192.0.2.7'],
  ['two proxies: what the first of them added', '9.9.9.9, 192.0.2.7, 10.0.0.2', 2, '192.0.2.7'],
  ['fewer addresses than proxies: the first there is', '192.0.2.7', 3, '192.0.2.7'],
  ['no header although a proxy should be there: the socket', undefined, 1, '10.0.0.1'],
  ['an empty header: the socket', ' , ', 1, '10.0.0.1'],
])('%s', (_, forwarded, proxies, address) => {
  expect(visitorOf(forwarded, '10.0.0.1', proxies)).toBe(address);
});
