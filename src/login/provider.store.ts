/** The partnership's own provider of log-in, as its administrator keeps it. The secret is never read back. */
import { type Reader, sql, type Transaction } from '../platform/database.ts';

export interface OwnProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly version: number;
}

export function getOwnProvider(reader: Reader, tenantId: string): Promise<OwnProvider | undefined> {
  return reader.first<OwnProvider>(
    sql`select issuer, client_id as "clientId", version from login_provider where tenant_id = ${tenantId}`,
  );
}

export interface ProviderChange {
  readonly issuer: string;
  readonly clientId: string;
  /** undefined = keep the one that is there. */
  readonly sealedSecret: Buffer | undefined;
  /** The version that was seen; 0 = there was none. */
  readonly version: number;
}

/** False when somebody else was first, or when there is no secret to keep. */
export async function saveOwnProvider(
  tx: Transaction,
  tenantId: string,
  { issuer, clientId, sealedSecret, version }: ProviderChange,
): Promise<boolean> {
  const rows =
    version === 0
      ? await tx.run(sql`insert into login_provider (tenant_id, issuer, client_id, client_secret)
          values (${tenantId}, ${issuer}, ${clientId}, ${sealedSecret}) on conflict do nothing`)
      : sealedSecret === undefined
        ? await tx.run(sql`update login_provider set issuer = ${issuer}, client_id = ${clientId}, version = version + 1
            where tenant_id = ${tenantId} and version = ${version}`)
        : await tx.run(sql`update login_provider set issuer = ${issuer}, client_id = ${clientId},
            client_secret = ${sealedSecret}, version = version + 1
            where tenant_id = ${tenantId} and version = ${version}`);
  return rows === 1;
}

export async function removeOwnProvider(
  tx: Transaction,
  tenantId: string,
  version: number,
): Promise<boolean> {
  const rows = await tx.run(
    sql`delete from login_provider where tenant_id = ${tenantId} and version = ${version}`,
  );
  return rows === 1;
}
