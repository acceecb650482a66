import { operationsDeclareAccess } from './rules/operations';
import { planted, serverSources } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

describe('operations', () => {
  it('require a permission, a session, or say why they are public', () => {
    expectHeld(operationsDeclareAccess(serverSources()));
  });

  it('that say nothing, too little or two things are seen', () => {
    const bad = planted('libs/tickets/src/graphql/bad.resolver.ts', `
      @Resolver() class Bad {
        @Query(() => String) open() {}
        @CommandMutation(result) @Public('') alsoOpen() {}
        @Mutation(() => String) @Allow('ticket.invented') text() {}
        @Mutation(() => String) @Allow('ticket.view') declared() {}
        @Subscription(() => String) @SignedIn() @Allow(TICKETS.view) two() {}
        @Query(() => String) @Allow(TICKETS.view) fine() {}
        @ResolveField() field() {}
      }
      @Public('anybody may ask whether the desk is up') @Controller() class Health { @Get('up') up() {} }
      @Controller() class Files { @Post() take() {} }
      fastify.get('/back-door', () => 1);
      definePermissions('tickets', { view: 'ticket.view' });
      map.get('/not a route');`);
    expectCaught(operationsDeclareAccess([bad]), /open: @Query without/, /alsoOpen: @Public without a reason/, /text: @Allow wants a permission/, /two: says two things/, /take: @Post without/, /fastify.get: a route past the guard/);
  });
});
