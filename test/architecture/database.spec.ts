import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@kaiku/testing';
import { columnMarks, declaredPermissions, NotPersonal, Personal } from '@kaiku/kernel';
import { Column, DataSource, Entity, getMetadataArgsStorage, PrimaryColumn } from 'typeorm';
import { noDrift, sameText } from './rules/catalog';
import { columnsAreMarked, tablesHaveEntities, type EntityColumn } from './rules/personal';
import { schemaSnapshot } from './schema-snapshot';
import { loadAll } from './support/load';
import { read, ROOT } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

const SNAPSHOT = 'migrations/schema.sql';

/** Tables of the machinery that hold no row about anybody, each with the reason why that is so. */
const WITHOUT_ENTITY: Record<string, string> = {
  schema_migration: 'which migrations ran',
  outbox_event: 'ids and codes only: the payload rule holds for every event',
  kept_job: 'ids and names of jobs; gone when they are done',
  setting: 'settings of the desk',
  idempotency_key: 'ids and hashes; gone after two days',
  throttle: 'hashed keys and counts; gone after minutes',
};

let db: TestDatabase;
let entities: Function[];

beforeAll(async () => {
  db = await createTestDatabase('architecture');
  const loaded = loadAll('.entity.ts', '.permissions.ts').flatMap((module) => Object.values(module));
  const declared = new Set(getMetadataArgsStorage().tables.map((table) => table.target));
  entities = loaded.filter((value): value is Function => typeof value === 'function' && declared.has(value));
});
afterAll(() => db.drop());

const connect = (classes: Function[]): Promise<DataSource> => new DataSource({ type: 'postgres', url: db.url, entities: classes, synchronize: false }).initialize();

async function drift(classes: Function[]): Promise<string[]> {
  const source = await connect(classes);
  try {
    return (await source.driver.createSchemaBuilder().log()).upQueries.map((q) => q.query);
  } finally {
    await source.destroy();
  }
}

async function columnsOf(classes: Function[]): Promise<EntityColumn[]> {
  const source = await connect(classes);
  try {
    return source.entityMetadatas.flatMap((meta) => meta.columns.map((c) => ({ entity: meta.target as Function, property: c.propertyName, column: c.databaseName, table: meta.tableName })));
  } finally {
    await source.destroy();
  }
}

const tables = async (): Promise<string[]> => (await db.sql<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'survey_anonymous')`)).map((row) => row.name);
const tableNames = (): ReadonlySet<string> => new Set(getMetadataArgsStorage().tables.filter((t) => entities.includes(t.target as Function)).map((t) => t.name ?? ''));

describe('entities', () => {
  it('declare what the migrations made', async () => {
    expectHeld(noDrift(entities.length, await drift(entities)));
  });
  it('that declare something else are seen', async () => {
    @Entity('setting')
    class Drifted {
      @PrimaryColumn('text', { primaryKeyConstraintName: 'setting_pk' })
      key: string;
      @Column('text')
      value: string;
      @Column('boolean', { default: false })
      added: boolean;
    }
    const { breaches } = noDrift(1, await drift([Drifted]));
    expect(breaches.join('\n')).toMatch(/DROP COLUMN "updated_at"/);
    expect(breaches.join('\n')).toMatch(/ADD "added" boolean/);
  });

  it('cover every table', async () => {
    expectHeld(tablesHaveEntities(await tables(), tableNames(), WITHOUT_ENTITY));
  });
  it('that miss a table are seen', () => {
    expectCaught(tablesHaveEntities(['ticket', 'secret_notes', 'setting'], new Set(['ticket', 'ghost']), { setting: 'x', gone: 'x', ticket: 'x' }), /secret_notes: no entity/, /ghost: an entity without a table/, /gone: is excused/, /ticket: is excused/);
  });

  it('have each column marked personal or not (P-51, PR-J1)', async () => {
    const mine = columnMarks().filter((mark) => entities.includes(mark.entity));
    expectHeld(columnsAreMarked(await columnsOf(entities), mine, new Set(declaredPermissions())));
  });
  it('whose marks are missing, double, partial or wrong are seen', () => {
    const before = columnMarks().length;
    const mark = { category: 'contact', purposes: ['customer_service'], subject: 'self', provided: true, erase: 'delete', retention: 'ticket' } as const;
    class Planted {
      plain: string;
      @NotPersonal() @NotPersonal() twice: string;
      @Personal({ ...mark, mask: 'nobody.declares_this' }) masked: string;
      @Personal({ ...mark, subject: 'nowhere_id' }) lost: string;
      @Personal({ ...mark, purposes: [] as never, retention: '' }) partial: string;
      @NotPersonal() email: string;
      @NotPersonal('the desk\'s own address') fromEmail: string;
      @NotPersonal() noColumn: string;
    }
    const columns = ['plain', 'twice', 'masked', 'lost', 'partial', 'email', 'fromEmail'].map((property) => ({ entity: Planted, property, column: property === 'fromEmail' ? 'from_email' : property, table: 'planted' }));
    expectCaught(
      columnsAreMarked(columns, columnMarks().slice(before), new Set()),
      /plain: neither/, /twice: 2 marks/, /masked: no library declares/, /lost: its subject/, /partial: the mark has no purposes/, /partial: the mark has no retention/, /Planted.email: looks personal/, /noColumn: is marked and is no column/,
    );
  });
});

describe(SNAPSHOT, () => {
  it('is what the catalogs say after migrating', async () => {
    const printed = await schemaSnapshot(db.sql);
    if (process.env.KAIKU_UPDATE_SNAPSHOTS) writeFileSync(join(ROOT, SNAPSHOT), printed);
    expectHeld(sameText('schema-snapshot', existsSync(join(ROOT, SNAPSHOT)) ? read(SNAPSHOT) : '', printed, 'run KAIKU_UPDATE_SNAPSHOTS=1 npm test -- test/architecture'));
  });
  it('shows what no entity can declare', async () => {
    const before = await schemaSnapshot(db.sql);
    const other = await createTestDatabase('drifted');
    try {
      await other.sql('CREATE INDEX planted_ix ON setting (updated_at DESC) INCLUDE (key)');
      await other.sql('GRANT DELETE ON role TO kaiku_app');
      await other.sql('ALTER TABLE setting ADD CONSTRAINT planted_ck CHECK (length(key) < 99)');
      expectCaught(sameText('schema-snapshot', before, await schemaSnapshot(other.sql), 'update it'), /^\+ CREATE INDEX planted_ix.*INCLUDE/, /^- role: insert, select, update to kaiku_app/, /^\+ role: delete, insert, select, update to kaiku_app/, /^\+ setting planted_ck CHECK/, /out of date: update it/);
    } finally {
      await other.drop();
    }
  });
});
