# Accord as one image: built with what builds it, run with little, without rights.
FROM node:20-bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc turbo.json tsconfig.base.json ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/domain/package.json packages/domain/
COPY packages/schema/package.json packages/schema/
COPY tests/package.json tests/
COPY benches/package.json benches/
RUN npm ci --omit=dev --no-audit --no-fund
COPY scripts scripts
COPY packages packages
COPY apps apps
RUN TURBO_TELEMETRY_DISABLED=1 npx turbo run build --filter=@accord/api --filter=@accord/web
# What the running server needs: its own dependencies, none of the tools; sqlite3 is compiled once.
RUN mv node_modules/sqlite3/build/Release/node_sqlite3.node /tmp/ \
 && rm -rf node_modules apps/*/node_modules packages/*/node_modules \
 && npm ci --omit=dev --workspace=@accord/api --ignore-scripts --no-audit --no-fund \
 && mkdir -p node_modules/sqlite3/build/Release \
 && mv /tmp/node_sqlite3.node node_modules/sqlite3/build/Release/

FROM node:20-bookworm-slim
# Loopback within a container is reached by nobody; who reaches the port is settled by how it is published.
ENV NODE_ENV=production DATA_DIR=/data PORT=4000 BIND=::
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages/domain/package.json packages/domain/
COPY --from=build /app/packages/domain/dist packages/domain/dist
COPY --from=build /app/packages/schema/schema.graphql packages/schema/
COPY --from=build /app/packages/schema/examples packages/schema/examples
COPY --from=build /app/apps/api/package.json apps/api/
COPY --from=build /app/apps/api/bin apps/api/bin
COPY --from=build /app/apps/api/seeds apps/api/seeds
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/web/dist apps/web/dist
RUN mkdir -m 0700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://localhost:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
