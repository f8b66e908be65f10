/** Sealing what the database keeps but may not show: AES-256-GCM under a key that never stands in it. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  /** Seals a text for one purpose: what was sealed for another does not open. */
  close(text: string, purpose: string): Buffer;
  /** The text, or undefined when it was sealed with another secret, for another purpose, or was changed. */
  open(sealed: Buffer, purpose: string): string | undefined;
}

const [ivBytes, tagBytes] = [12, 16];

/** A seal from a secret of at least 32 characters. */
export function sealWith(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'kortelijn seal', 32));
  return {
    close(text, purpose) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(sealed, purpose) {
      try {
        const iv = sealed.subarray(0, ivBytes);
        const tag = sealed.subarray(ivBytes, ivBytes + tagBytes);
        const body = sealed.subarray(ivBytes + tagBytes);
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
