/** A school list as it comes in: bytes to schools, or the reason in Dutch. */

import { readCsv } from './csv.ts';
import { readSchools, type SchoolFile } from './school-file.rules.ts';

/** Reads any list of schools that `readSchools` knows. Rejected rows come in the order of the file. */
export function readSchoolFile(bytes: Uint8Array): SchoolFile {
  const { table, fault } = readCsv(bytes);
  if (table === null) return { fault };
  const file = readSchools(table.header, table.records);
  if (file.fault !== null) return file;
  const rejected = [...file.rejected, ...table.rejected].sort((a, b) => a.line - b.line);
  return { ...file, rejected };
}
