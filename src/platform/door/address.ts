/** From which address a request comes: what rate limits count by. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The visitor's address. Every proxy of ours adds the address it was asked from to X-Forwarded-For; `trustedProxies` of them stand
 * before us, so that many from the right can be believed. What stands further left, the visitor may have made up.
 */
export function addressOf(context: Context, trustedProxies: number): string {
  return visitorOf(context.req.header('X-Forwarded-For'), socketOf(context), trustedProxies);
}

/** The same, from the header and the socket. */
export function visitorOf(forwarded: string | undefined, socket: string, trustedProxies: number): string {
  const told = (forwarded ?? '').split(',').flatMap((part) => part.trim() || []);
  const line = [...told, socket];
  return line[Math.max(0, line.length - 1 - trustedProxies)] ?? socket;
}

function socketOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    return 'no socket'; // called as a function, in tests
  }
}
