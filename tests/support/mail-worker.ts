/** A worker that sends mail, as a process of its own that can be killed: `node mail-worker.mjs DATABASE_URL SMTP_URL`. */

import { wordNews } from '../../src/news/subscriptions/letter.words.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { senderOf, sendMail } from '../../src/platform/mail/mail.jobs.ts';
import { openTransport } from '../../src/platform/mail/smtp.ts';

const [url = '', smtpUrl = ''] = process.argv.slice(2);
const sender = senderOf({ baseUrl: 'https://zorg.example', port: 0, mailFrom: undefined });
const database = openDatabase({ url });
await sendMail(database, openTransport(smtpUrl, sender), sender, wordNews);
await database.close();
