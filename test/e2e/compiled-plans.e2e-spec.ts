import { aStaffMember, aTeam } from '@kaiku/staff/testing';
import { startApi, type Person, type TestApi } from '../support/api';

/** graphql-jit can be switched off; nobody may notice. */
describe('compiled and plain execution answer alike', () => {
  const desks: { api: TestApi; person: Person }[] = [];
  const ID = '0193a1b2-0000-7000-8000-00000000000';

  beforeAll(async () => {
    for (const jit of ['on', 'off']) {
      const api = await startApi({ KAIKU_GRAPHQL_JIT: jit });
      const team = await aTeam(api.db, { id: `${ID}1`, name: 'Puhelin' });
      const person = await api.signedIn({ id: `${ID}2`, name: 'Aino Laine', email: 'aino@lumo.example', roles: ['admin'], leadTeamIds: [team.id] });
      await aStaffMember(api.db, { id: `${ID}3`, name: 'Ben Öberg', email: 'ben@lumo.example', teamIds: [team.id], locale: 'sv' });
      desks.push({ api, person });
    }
  });
  afterAll(() => Promise.all(desks.map(({ api }) => api.close())));

  it.each<[string, string, Record<string, unknown>?]>([
    ['nested lists', '{ staffMembers { id name initials email active locale roles maskedFields version teams { lead team { id name } } } teams { id name } }'],
    ['aliases, fragments and type names', '{ a: me { ...Me } b: me { ...Me __typename } } fragment Me on Me { id who: name teams { team { name } } }'],
    ['skip and include', 'query Q($yes: Boolean!, $no: Boolean!) { me { id @include(if: $yes) name @skip(if: $yes) email @include(if: $no) } }', { yes: true, no: false }],
    ['defaults of variables', 'query Q($yes: Boolean = true) { me { id @include(if: $yes) } }'],
    ['unions with the thing', 'mutation M($i: UpdateMySettingsInput!) { updateMySettings(input: $i) { __typename ... on Me { undoSeconds locale } ... on Problem { code } } }', { i: { undoSeconds: 20 } }],
    ['unions with a refusal', 'mutation { createTeam(input: { name: "Puhelin" }) { __typename ... on Team { id } ... on Problem { code message params } ... on InvalidInput { fields { path code message } } } }'],
    ['refusals of rights', `mutation { deactivateStaffMember(staffId: "${ID}2") { __typename ... on Problem { code message } } }`],
    ['a field that the role does not allow', '{ customers(search: "aino") { nodes { id } } me { id } }'],
    ['variables that do not fit', 'query Q($first: Int!) { customers(search: "a", first: $first) { nodes { id } } }', { first: 'x' }],
    ['variables that are missing', 'query Q($id: ID!) { customer(id: $id) { id } }'],
    ['enums that do not exist', 'mutation M($i: UpdateMySettingsInput!) { updateMySettings(input: $i) { __typename } }', { i: { locale: 'de' } }],
    ['fields that do not exist', '{ me { nothing } }'],
    ['an operation that is not there', 'query A { me { id } } query B { me { name } }'],
    ['nothing at all', '{ __typename }'],
  ])('%s', async (_, query, variables = {}) => {
    const [compiled, plain] = await Promise.all(desks.map(({ person }) => person.ask(query, variables)));
    // What a library words in its own way is compared by code and place.
    const shape = ({ status, data, errors }: typeof compiled & object) => ({ status, data: data ?? null, errors: errors?.map((e) => ({ code: e.extensions?.code, path: e.path ?? null })) });
    expect(shape(compiled!)).toEqual(shape(plain!));
  });

  it.each(['fi', 'sv', 'en'])('and in the language of the reader: %s', async (language) => {
    const query = '{ customers(search: "aino") { nodes { id } } }';
    const sentences = await Promise.all(desks.map(async ({ api }) => (await api.ask(query, {}, { 'accept-language': language })).errors![0]!.message));
    const sentence = { fi: 'Kirjaudu ensin sisään.', sv: 'Logga in först.', en: 'Sign in first.' }[language];
    expect(sentences).toEqual([sentence, sentence]);
    // Somebody signed in reads their own language, whatever the browser says.
    const own = await Promise.all(desks.map(async ({ person }) => (await person.ask(query, {}, { 'accept-language': language })).errors![0]!.message));
    expect(own).toEqual([own[0], own[0]]);
  });
});
