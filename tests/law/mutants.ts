/** Small ways to spoil the policies of the program and the eraser. */
import type pg from 'pg';

export interface Mutant {
  readonly table: string;
  readonly name: string;
  /** Nobody reads by it: a check of what is written, or a policy for the eraser. */
  readonly ofWrites: boolean;
  readonly change: string;
  readonly restore: string;
}

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly using: string | null;
  readonly check: string | null;
  /** As in pg_policy: r(ead), a(dd), w(rite), d(elete) or all; below, what its role could do at all. */
  readonly command: string;
  readonly adds: boolean;
  readonly deletes: boolean;
  readonly changes: readonly string[];
  readonly ofEraser: boolean;
}

/** A policy of a deed that nobody may do, or about columns that nobody may change, guards nothing: spoiling it changes nothing. */
function guards(policy: Policy, part: 'using' | 'check'): boolean {
  if (part === 'using') return policy.command !== 'd' || policy.deletes;
  const names = new Set(policy.check?.match(/\w+/g));
  const anything = policy.check === 'true' && policy.changes.length > 0;
  return policy.adds || anything || policy.changes.some((column) => names.has(column));
}

/** What is changed into what, each place on its own. */
const swaps: readonly (readonly [RegExp, string])[] = [
  [/ AND /g, ' OR '],
  [/ OR /g, ' AND '],
  [/ = ANY /g, ' <> ALL '],
  [/ = (?!ANY)/g, ' <> '],
  [/ <> (?!ALL)/g, ' = '],
  [/ IS NOT NULL/g, ' IS NULL'],
  [/'[a-z_]+'::text/g, `'other'::text`],
  [/ \+ 1/g, ' + 2'],
];

/** Changes that nobody could notice, since another part of the law says the same. */
export const equivalents: readonly (readonly [start: string, why: string])[] = [
  [
    'promise_entry.actor_adds with check:',
    'the law of promises says whose they are, who takes a step, and fills in who',
  ],
  [
    'working_rule.writer_adds with check:',
    'the law of rules asks for a writer and a post of theirs, and fills in who',
  ],
  [
    'observation.observer_makes with check:  = ( SELECT app_tenant() AS app_tenant))[ AND',
    'the law of lessons asks for a specialist, and fills in who looked',
  ],
  [
    'observation_goal.teacher_sets with check:  = ( SELECT app_tenant() AS app_tenant))[ AND -> OR ](o.teacher_id',
    'the law of goals asks for the teacher',
  ],
  ...['goal.side_makes', 'goal_level.side_describes', 'goal_score.side_scores'].map(
    (policy) => [`${policy} with check: true`, 'the law of goals asks for a side in the question'] as const,
  ),
  ...['true', ' = ( SELECT app_tenant() AS app_tenant))[ AND'].flatMap((how) => [
    [
      `attachment.circle_adds with check: ${how}`,
      'the law of files says who adds, and asks for a relation',
    ] as const,
    [
      `practice_note_edition.author_writes with check: ${how}`,
      'the law of editions asks for the author',
    ] as const,
  ]),
  ...['attachment', 'question_words'].map(
    (table) =>
      [
        `${table}.circle_reads using: xt) AS app_ids)::uuid[])) OR ((level <> ['pupil'::text -> 'other'::text]) AND (school_id = ANY`,
        'who is stationed at the school does not find the question about a pupil that must be submitted',
      ] as const,
  ),
  ...[
    ...[
      'true',
      ' = ( SELECT app_tenant() AS app_tenant))[ AND',
      '(q.tenant_id = question_entry.tenant_id)[ AND',
    ],
    'id = question_entry.tenant_id) AND (q.id[ = ',
  ].map(
    (how) =>
      [
        `question_entry.actor_adds with check: ${how}`,
        'the entry law asks for a relation, and who has one reads the question',
      ] as const,
  ),
  ...[
    ...[
      'true',
      ' = ( SELECT app_tenant() AS app_tenant))[ AND',
      ' = ( SELECT app_person() AS app_person))[ AND',
    ],
    ...['.tenant_id = stationing_entry.tenant_id)[ AND', ' = stationing_entry.tenant_id) AND (s.id[ = '],
  ].map(
    (how) =>
      [
        `stationing_entry.actor_adds with check: ${how}`,
        'the entry law asks for a relation, and who has one reads the stationing',
      ] as const,
  ),
  ...[
    'true',
    ' = ( SELECT app_tenant() AS app_tenant))[ AND',
    "ECT app_is('team_lead'::text) AS app_is)[ AND",
  ].map(
    (how) =>
      [
        `assignment_proposal.team_lead_proposes with check: ${how}`,
        'the law of proposals asks for a plan that who writes publishes at that moment, and a team lead publishes',
      ] as const,
  ),
  ['concern.eraser_reads using: true', 'drop_concern itself asks for a note'],
  ['concern.eraser_removes using: true', 'drop_concern itself asks for a note'],
  [
    'concern_entry.board_reads using: _id) AND ((c.put_forward_at',
    'who does not read the concern reads no entry',
  ],
  [
    "concern_entry.circle_reads using: _schools)::uuid[]))))) OR ((c.status <> ['noted'",
    'a note has no entries',
  ],
  [
    "concern_entry.circle_reads using: erson)) AND (((c.about = 'school'::text)[",
    'who does not read the concern reads no entry',
  ],
  [
    "concern_entry.circle_reads using: )))) OR ((c.about = 'partnership'::text)[ AND",
    'who does not read the concern reads no entry',
  ],
  ['agreement.with_its_entry using: d = agreement.concern_id) AND (e.version[', 'the board reads every talk'],
];

export async function mutantsOf(client: pg.Client): Promise<readonly Mutant[]> {
  const found = await client.query<Policy>(`select c.relname as table, p.polname as name,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check, p.polcmd as command,
      p.polcmd in ('a', '*') and has_any_column_privilege(p.polroles[1], c.oid, 'insert') as adds,
      has_table_privilege(p.polroles[1], c.oid, 'delete') as deletes,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and p.polcmd in ('w', '*') and has_column_privilege(p.polroles[1], c.oid, a.attnum, 'update')) as changes,
      p.polroles = array['kortelijn_eraser'::regrole::oid] as "ofEraser"
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polroles && array['kortelijn_app'::regrole::oid, 'kortelijn_eraser'::regrole::oid] order by 1, 2`);
  const tables = [...new Set(found.rows.map(({ table }) => table))];
  return [...found.rows.flatMap(spoiled), ...tables.flatMap(uncovered)];
}

function spoiled(policy: Policy): readonly Mutant[] {
  return (['using', 'check'] as const).flatMap((part) => {
    const text = policy[part];
    if (text === null || !guards(policy, part)) return [];
    const clause = part === 'using' ? 'using' : 'with check';
    const alter = (expression: string) =>
      `alter policy ${policy.name} on ${policy.table} ${clause} (${expression})`;
    return variants(text).map(({ how, expression }) => ({
      table: policy.table,
      ofWrites: part === 'check' || policy.ofEraser,
      name: `${policy.table}.${policy.name} ${clause}: ${how}`,
      change: alter(expression),
      restore: alter(text),
    }));
  });
}

function variants(text: string): readonly { readonly how: string; readonly expression: string }[] {
  const whole = ['true', 'false']
    .filter((value) => value !== text)
    .map((value) => ({ how: value, expression: value }));
  const places = swaps.flatMap(([pattern, instead]) =>
    [...text.matchAll(pattern)].map((match) => ({
      how: `${text.slice(Math.max(0, match.index - 40), match.index)}[${match[0]} -> ${instead}]${text.slice(match.index + match[0].length, match.index + match[0].length + 60)}`.replace(
        /\s+/g,
        ' ',
      ),
      expression: text.slice(0, match.index) + instead + text.slice(match.index + match[0].length),
    })),
  );
  return [...whole, ...places];
}

const uncovered = (table: string): readonly Mutant[] => [
  {
    table,
    ofWrites: false,
    name: `${table}: row-level security off`,
    change: `alter table ${table} disable row level security`,
    restore: `alter table ${table} enable row level security`,
  },
  {
    table,
    ofWrites: false,
    name: `${table}: not forced`,
    change: `alter table ${table} no force row level security`,
    restore: `alter table ${table} force row level security`,
  },
];
