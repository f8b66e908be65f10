import type { JSX } from 'preact';
import { showMoment } from '../../platform/pure/dates.ts';
import { Badge, Card, CardList } from '../../platform/ui/parts.tsx';
import type { Attachment } from './attachment.store.ts';
import { kindName, readWords, showSize } from './attachment.words.ts';

interface AttachmentsProps {
  readonly questionId: string;
  readonly attachments: readonly Attachment[];
  /** Beside each file that this reader may take away. */
  readonly remove?: (file: Attachment) => JSX.Element | null;
}

/** The files on a question, and a line for each that was taken away. */
export function Attachments({ questionId, attachments, remove }: AttachmentsProps): JSX.Element | null {
  const kept = attachments.filter(({ removedAt }) => removedAt === null);
  const gone = attachments.filter(({ removedAt }) => removedAt !== null);
  return (
    <>
      {kept.length > 0 && (
        <CardList>
          {kept.map((file) => (
            <Card
              key={file.id}
              title={file.name ?? ''}
              href={remove === undefined ? addressOf(questionId, file) : undefined}
              badge={<Badge label={`${kindName(file.mediaType)}, ${showSize(file.size)}`} />}
              meta={
                <>
                  Toegevoegd door <bdi>{file.uploadedBy.name}</bdi>, {showMoment(file.uploadedAt)}
                </>
              }
            >
              <p>{readWords(file.textRead)}</p>
              {remove !== undefined && (
                <>
                  <p>
                    <a href={addressOf(questionId, file)}>
                      Haal op<span class="visually-hidden"> {file.name}</span>
                    </a>
                  </p>
                  {remove(file)}
                </>
              )}
            </Card>
          ))}
        </CardList>
      )}
      {gone.length > 0 && (
        <ul>
          {gone.map((file) => (
            <li key={file.id}>
              <bdi>{file.removedBy?.name}</bdi> verwijderde een bijlage ({kindName(file.mediaType)}) van{' '}
              <bdi>{file.uploadedBy.name}</bdi>
              {file.removedAt !== null && `, ${showMoment(file.removedAt)}`}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const addressOf = (questionId: string, { id }: Attachment) => `/vragen/${questionId}/bijlagen/${id}`;

interface AttachmentsSectionProps extends AttachmentsProps {
  readonly level: string;
  readonly mayAdd: boolean;
}

/** What the page of a question shows of its files; at level pupil why there are none. */
export function AttachmentsOf({ level, mayAdd, ...files }: AttachmentsSectionProps): JSX.Element | null {
  if (level === 'pupil' || (files.attachments.length === 0 && !mayAdd)) return null;
  return (
    <>
      <h2>Bijlagen</h2>
      <Attachments {...files} />
      {mayAdd && (
        <p>
          <a href={`/vragen/${files.questionId}/bijlagen`}>
            {files.attachments.length === 0 ? 'Bijlage toevoegen' : 'Bijlage toevoegen of verwijderen'}
          </a>
        </p>
      )}
    </>
  );
}
