/** A list of holidays as it comes in: bytes to periods, or the reason in Dutch. */

import { decodeFile, readCsv } from './csv.ts';
import {
  type HolidayFile,
  type HolidayRegion,
  readGovernmentHolidays,
  readHolidays,
} from './holiday-file.rules.ts';

/** Reads the table or the government's JSON; only the JSON needs the region, a table speaks for itself. */
export function readHolidayFile(bytes: Uint8Array, region: HolidayRegion): HolidayFile {
  const { text } = decodeFile(bytes);
  if (text !== null && /^\s*[[{]/.test(text)) return readJson(text, region);
  const { table, fault } = readCsv(bytes);
  if (table === null) return { fault };
  const file = readHolidays(table.header, table.records);
  if (file.fault !== null) return file;
  return { ...file, rejected: [...file.rejected, ...table.rejected].sort((a, b) => a.line - b.line) };
}

function readJson(text: string, region: HolidayRegion): HolidayFile {
  try {
    const json: unknown = JSON.parse(text);
    return readGovernmentHolidays(Array.isArray(json) ? json : [json], region);
  } catch {
    return { fault: 'Dit JSON-bestand is beschadigd. Haal het opnieuw op.' };
  }
}
