/** What a first visit loads: the page for somebody who is not logged in, with its stylesheet, script and font, as they are sent. */
import { Agent, request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Kilobytes in all. Text that is not sent compressed counts as a proxy in front would send it. */
export async function firstVisitKb(port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const page = await fetchGzip(agent, port, '/inloggen');
  const found = page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g);
  const assets = [...new Set([...found].map(([, path = '']) => path))];
  const sizes = await Promise.all(assets.map(async (path) => (await fetchGzip(agent, port, path)).bytes));
  agent.destroy();
  return sizes.reduce((sum, size) => sum + size, page.bytes) / 1000;
}

function fetchGzip(
  agent: Agent,
  port: number,
  path: string,
): Promise<{ readonly bytes: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' };
    const sent = request({ host: '127.0.0.1', port, agent, path, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const zipped = answer.headers['content-encoding'] === 'gzip';
      const plain = zipped ? gunzipSync(body) : body;
      const bytes = zipped || path.endsWith('.woff2') ? body.length : gzipSync(body).length;
      if (answer.statusCode === 200) resolve({ bytes, text: plain.toString() });
      else reject(new Error(`${path}: ${answer.statusCode}`));
    });
    sent.on('error', reject);
    sent.end();
  });
}
