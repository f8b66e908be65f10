/** News through the door: a line that stays open while something happens (server-sent events). */
import type { Context } from 'hono';
import type { StreamAnswer } from '../answer.ts';
import { factsOf, log } from '../log.ts';

const open = new Set<AbortController>();

/** Ends every line that is open: a program that stops waits for nobody who only listens. Browsers come back by themselves. */
export function endStreams(): void {
  for (const line of open) line.abort();
}

export function sendNews(context: Context, { news }: StreamAnswer): Response {
  const line = new AbortController();
  open.add(line);
  context.req.raw.signal.addEventListener('abort', () => line.abort());
  const body = new ReadableStream<Uint8Array>({
    start: (sink) => write(sink, news(line.signal), line),
    cancel: () => line.abort(),
  });
  // Proxies that would keep it until it is whole are asked not to.
  return context.body(body, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
}

async function write(
  sink: ReadableStreamDefaultController<Uint8Array>,
  news: AsyncIterable<string>,
  line: AbortController,
): Promise<void> {
  const encoder = new TextEncoder();
  try {
    for await (const text of news) {
      if (line.signal.aborted) break;
      sink.enqueue(encoder.encode(text));
    }
  } catch (fault) {
    if (!line.signal.aborted) log('warn', 'news broke off', factsOf(fault));
  } finally {
    open.delete(line);
    line.abort();
    try {
      sink.close();
    } catch {
      // The reader left first.
    }
  }
}
