import fc from 'fast-check';
import { recipientsOf, ROLES_OF_PLAN, type Candidates } from './recipients.rules';

const ALL: Candidates = { assignee: 'a', team: ['a', 'l', 't'], leads: ['l'], supervisors: ['s'], owners: ['o'], admins: ['x'] };
const NOBODY: Candidates = { assignee: null, team: [], leads: [], supervisors: [], owners: [], admins: [] };

test('each role the plan names is asked, and each person told once', () => {
  expect(recipientsOf(['assignee'], ALL)).toEqual(['a']);
  expect(recipientsOf(['assignee', 'lead'], ALL)).toEqual(['a', 'l']);
  expect(recipientsOf(['assignee', 'team'], ALL)).toEqual(['a', 'l', 't']);
  expect(recipientsOf(['supervisor'], ALL)).toEqual(['s']);
  expect(recipientsOf(['owner'], ALL)).toEqual(['o']);
});

test('where there is nobody the next one is asked, without a gap', () => {
  expect(recipientsOf(['assignee'], { ...ALL, assignee: null })).toEqual(['a', 'l', 't']);
  expect(recipientsOf(['assignee'], { ...ALL, assignee: null, team: [] })).toEqual(['l']);
  expect(recipientsOf(['assignee'], { ...ALL, assignee: null, team: [], leads: [] })).toEqual(['s']);
  expect(recipientsOf(['owner'], { ...ALL, owners: [] })).toEqual(['l']);
  expect(recipientsOf(['assignee'], { ...NOBODY, supervisors: ['s', 'u'], admins: ['x'] })).toEqual(['s', 'u']);
  expect(recipientsOf(['assignee'], { ...NOBODY, admins: ['x'] })).toEqual(['x']);
  expect(recipientsOf(['supervisor'], { ...ALL, supervisors: [] })).toEqual(['x']);
  expect(recipientsOf([], { ...ALL, assignee: null })).toEqual(['a', 'l', 't']);
});

test('never nobody while there is a supervisor or an administrator', () => {
  const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 });
  fc.assert(
    fc.property(fc.subarray([...ROLES_OF_PLAN]), fc.record({ assignee: fc.option(fc.constantFrom('a', 'b')), team: people, leads: people, supervisors: people, owners: people, admins: people }), (to, candidates) => {
      const anybody = candidates.supervisors.length + candidates.admins.length > 0;
      return !anybody || recipientsOf(to, candidates).length > 0;
    }),
  );
});
