/** Dutch for attachments. */
import { type FileNeed, mostFiles } from './attachment.rules.ts';

export interface Unmet {
  readonly code: string;
  readonly detail: string;
}

const needWords: Record<FileNeed, string> = {
  notAboutPupil:
    'Bij een vraag over een leerling komen hier geen bijlagen. Het dossier blijft in uw eigen systeem; verwijs met het dossiernummer.',
  questionOpen: 'Deze vraag is klaar. Er kan niets meer bij. Pak de vraag opnieuw op als er meer nodig is.',
  roomForMore: `Er staan al ${mostFiles} bijlagen bij deze vraag. Verwijder er eerst een.`,
  fileChosen: 'Kies een bestand.',
  notTooLarge: 'Dit bestand is groter dan 10 MB. Maak het kleiner, of splits het.',
  knownKind:
    'Dit soort bestand nemen wij niet aan. Kies een PDF, een Word-, Excel- of PowerPoint-bestand zonder macro’s, een LibreOffice-bestand, een foto (PNG of JPEG) of platte tekst.',
  textNotTooLong:
    'Er staat te veel tekst in dit bestand om na te kijken. Kies een korter stuk, of splits het.',
  confirmed: 'Bevestig dat er geen naam van een leerling in staat.',
};

export function explainFile(codes: readonly string[]): readonly Unmet[] {
  return codes.map((code) => ({
    code,
    detail:
      code in needWords
        ? needWords[code as FileNeed]
        : code === 'noOpenMarks'
          ? 'De schrijfhulp vond iets in het bestand dat er niet in hoort. Haal het weg, of bevestig wat moet blijven staan.'
          : code === 'writingAidLooks'
            ? 'De schrijfhulp werkt nu niet. Daarom is er niets bewaard. Probeer het over een paar minuten opnieuw.'
            : 'Dit kan nu niet.',
  }));
}

const kindNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/vnd.oasis.opendocument.text': 'LibreOffice-tekst',
  'application/vnd.oasis.opendocument.spreadsheet': 'LibreOffice-werkblad',
  'image/png': 'foto (PNG)',
  'image/jpeg': 'foto (JPEG)',
  'text/plain': 'tekst',
};

export const kindName = (mediaType: string) => kindNames[mediaType] ?? 'bestand';

/** «12 kB», «3,4 MB». */
export const showSize = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString('nl-NL')} kB`
    : `${(bytes / 1_000_000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;

/** What was looked at. */
export const readWords = (textRead: boolean) =>
  textRead
    ? 'Nagekeken door de schrijfhulp.'
    : 'De schrijfhulp kan dit bestand niet lezen. Wie het toevoegde, bevestigde dat er geen naam van een leerling in staat.';
