/** What a partnership agreed about its committee and the letters it sends. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';

export interface CommitteeSettings {
  /** Days before a meeting on which the last question may be put on its agenda. */
  readonly cutOffDays: number;
  /** Members without a conflict of interest that an advice or decision needs. */
  readonly quorum: number;
  /** Days before a decision ends on which is warned of it. */
  readonly warnDays: readonly number[];
  /** Where letters come from and objections go to; null: not filled in yet. */
  readonly address: string | null;
  /** Under a letter; null: the product's own words. */
  readonly signature: string | null;
  /** How to object, with placeholders; null: the product's own text, which nobody of the partnership looked at. */
  readonly objection: string | null;
}

export async function getSettings(
  reader: Reader,
  tenantId: string,
): Promise<(CommitteeSettings & { readonly version: number }) | undefined> {
  return reader.first(sql`select committee_cut_off_days as "cutOffDays", committee_quorum as quorum,
      to_jsonb(committee_warn_days) as "warnDays", committee_address as address, committee_signature as signature,
      committee_objection as objection, version
    from tenant where tenant_id = ${tenantId}`);
}

/** False when somebody else changed the partnership first. */
export async function saveSettings(
  tx: Transaction,
  tenantId: string,
  settings: CommitteeSettings,
  version: number,
): Promise<boolean> {
  const rows = await tx.run(sql`update tenant set committee_cut_off_days = ${settings.cutOffDays},
      committee_quorum = ${settings.quorum}, committee_warn_days = ${[...settings.warnDays]}::int[],
      committee_address = ${settings.address}, committee_signature = ${settings.signature},
      committee_objection = ${settings.objection}, version = version + 1
    where tenant_id = ${tenantId} and version = ${version}`);
  return rows === 1;
}
