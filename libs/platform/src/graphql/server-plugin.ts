import type { ApolloDriverConfig } from '@nestjs/apollo';

/** Apollo's plugin type as Nest sees it: the package has one declaration per module system. */
export type ServerPlugin = NonNullable<ApolloDriverConfig['plugins']>[number];
