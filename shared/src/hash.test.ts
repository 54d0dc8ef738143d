import { describe, expect, it } from 'vitest';
import { contentHash, sha256Hex } from './hash';

describe('sha256Hex', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the published digest (%#)', (text, digest) => {
    expect(sha256Hex(text)).toBe(digest);
  });

  it('hashes Chinese text and emoji as UTF-8', async () => {
    const { createHash } = await import('node:crypto');
    for (const text of [
      '客服道场',
      '您好😊,补您10元',
      'a'.repeat(55),
      'a'.repeat(56),
      'a'.repeat(64),
      '好'.repeat(333),
    ]) {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }
  });

  it('reads a lone surrogate as the replacement character', () => {
    expect(sha256Hex('\ud83d')).toBe(sha256Hex('\ufffd'));
  });
});

// Root cause: maps were sorted before hashing and storing, so that a stored script opened with another beat.
it('gives content whose maps are in another order another hash', () => {
  expect(contentHash({ beats: { opening: 1, farewell: 2 } })).not.toBe(
    contentHash({ beats: { farewell: 2, opening: 1 } }),
  );
});
